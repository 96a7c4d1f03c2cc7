import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';

/** The resize function's picture step: header, limits, decoding, all renditions, thumbhash and EXIF. */
export async function prepare(original: Buffer): Promise<() => Promise<Buffer[]>> {
  return async () => (await resizePicture(original)).renditions.map(({ data }) => data);
}
