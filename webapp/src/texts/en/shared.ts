import { plural } from './numbers.ts';

export const shared = {
  tryAgain: 'Try again',
  toFilms: 'To the films',
  toGallery: 'To the gallery',
  loading: 'Loading …',
  keep: 'Keep',
  undo: 'Undo',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  saved: 'Saved.',
  select: 'Select',
  ok: 'OK',
  quoted: (words: string) => `“${words}”`,
  /** @param done in bytes, as words */
  bytesOf: (done: string, all: string) => `${done} of ${all}`,
  bytes: (count: number) => plural(count, '1 byte', '# bytes'),
  images: (count: number) => plural(count, '1 image', '# images'),
};
