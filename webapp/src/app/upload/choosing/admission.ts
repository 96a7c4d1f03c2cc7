import {
  IMAGE_MEDIA_TYPES,
  type ImageMediaType,
  MAX_ORIGINAL_BYTES,
  MEDIA_TYPE_BY_EXTENSION,
} from '@movieflix/contracts';
import { texts } from '../../core/language/texts';
import { formatBytes } from '../../shared/format-bytes';

/** For the `accept` of a file input: systems that know no HEIC or AVIF go by the endings. */
export const ACCEPT = [
  ...IMAGE_MEDIA_TYPES,
  ...Object.keys(MEDIA_TYPE_BY_EXTENSION).map((ending) => `.${ending}`),
].join(',');

export type Admission = { contentType: ImageMediaType } | { refusal: string };

/** What can be said of a file before any request: its type by the browser or by its ending, and its size. */
export function admit(file: Pick<File, 'name' | 'type' | 'size'>): Admission {
  const { noPicture, types, empty, tooLarge } = texts().uploads.admission;
  const contentType = mediaTypeOf(file);
  if (!contentType) return { refusal: noPicture(whatItIs(file), types) };
  if (file.size === 0) return { refusal: empty };
  if (file.size > MAX_ORIGINAL_BYTES) {
    return { refusal: tooLarge(formatBytes(file.size), formatBytes(MAX_ORIGINAL_BYTES)) };
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
  const { fileOfType, fileEndingIn, fileWithoutType } = texts().uploads.admission;
  if (type !== '') return fileOfType(type);
  const ending = endingOf(name);
  return ending === '' ? fileWithoutType : fileEndingIn(ending);
}
