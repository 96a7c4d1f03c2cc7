import { plural } from './numbers';

export const shared = {
  tryAgain: 'Try again',
  toFilms: 'To the films',
  toGallery: 'To the gallery',
  keep: 'Keep',
  /** @param done in bytes, as words */
  bytesOf: (done: string, all: string) => `${done} of ${all}`,
  bytes: (count: number) => plural(count, '1 byte', '# bytes'),
  images: (count: number) => plural(count, '1 image', '# images'),
};
