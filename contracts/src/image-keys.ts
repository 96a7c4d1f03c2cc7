/**
 * Where the bytes of an image lie in the image bucket. The API signs these keys, the resize function reads
 * and writes them, and the bucket's notification, lifecycle rules and policies are written for these prefixes.
 */

export const ORIGINALS_PREFIX = 'originals/';
export const RENDITIONS_PREFIX = 'renditions/';

const RENDITION = /^renditions\/([^/]+)\/([1-9]\d{0,5})\.webp$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `originals/{imageId}`. */
export function originalKey(imageId: string): string {
  return ORIGINALS_PREFIX + imageId;
}

/** `renditions/{imageId}/{width}.webp`; `width` in pixels. */
export function renditionKey(imageId: string, width: number): string {
  return `${renditionsPrefix(imageId)}${width}.webp`;
}

/** The prefix below which every rendition of one image lies, for removing them together. */
export function renditionsPrefix(imageId: string): string {
  return `${RENDITIONS_PREFIX}${imageId}/`;
}

/** The image id of an original's (decoded) key, or `undefined` where the key is not an original's. */
export function imageIdOfOriginalKey(key: string): string | undefined {
  const imageId = key.startsWith(ORIGINALS_PREFIX) ? key.slice(ORIGINALS_PREFIX.length) : '';
  return UUID.test(imageId) ? imageId : undefined;
}

/** Which rendition a (decoded) key names, or `undefined` where it names none. */
export function renditionOfKey(key: string): { imageId: string; width: number } | undefined {
  const [, imageId = '', width = ''] = RENDITION.exec(key) ?? [];
  return UUID.test(imageId) ? { imageId, width: Number(width) } : undefined;
}

/** A key as it stands in an event: S3 writes it there as a form does, a space as `+`. */
export function keyOfEvent(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('+', ' '));
}
