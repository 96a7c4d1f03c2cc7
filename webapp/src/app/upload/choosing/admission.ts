import {
  IMAGE_MEDIA_TYPES,
  type ImageMediaType,
  MAX_ORIGINAL_BYTES,
  MEDIA_TYPE_BY_EXTENSION,
} from '@movieflix/contracts';
import { formatBytes } from '../../shared/format-bytes';

/** The types in words, for sentences. */
export const TYPES_IN_WORDS = 'JPEG, PNG, WebP, AVIF, GIF, TIFF and HEIC';

/** For the `accept` of a file input: systems that know no HEIC or AVIF go by the endings. */
export const ACCEPT = [
  ...IMAGE_MEDIA_TYPES,
  ...Object.keys(MEDIA_TYPE_BY_EXTENSION).map((ending) => `.${ending}`),
].join(',');

export type Admission = { contentType: ImageMediaType } | { refusal: string };

/** What can be said of a file before any request: its type by the browser or by its ending, and its size. */
export function admit(file: Pick<File, 'name' | 'type' | 'size'>): Admission {
  const contentType = mediaTypeOf(file);
  if (!contentType) {
    return { refusal: `This is ${whatItIs(file)}, but a picture was expected: ${TYPES_IN_WORDS}.` };
  }
  if (file.size === 0) return { refusal: 'This file is empty (0 bytes), but a picture was expected.' };
  if (file.size > MAX_ORIGINAL_BYTES) {
    const limit = formatBytes(MAX_ORIGINAL_BYTES);
    return { refusal: `This file has ${formatBytes(file.size)}, but at most ${limit} were expected.` };
  }
  return { contentType };
}

function mediaTypeOf({ name, type }: Pick<File, 'name' | 'type'>): ImageMediaType | undefined {
  return IMAGE_MEDIA_TYPES.find((known) => known === type) ?? MEDIA_TYPE_BY_EXTENSION[endingOf(name)];
}

function endingOf(name: string): string {
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';
}

function whatItIs({ name, type }: Pick<File, 'name' | 'type'>): string {
  if (type !== '') return `a file of type ${type}`;
  const ending = endingOf(name);
  return ending === '' ? 'a file without a type' : `a .${ending} file`;
}
