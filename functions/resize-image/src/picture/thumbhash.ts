import { rgbaToThumbHash } from 'thumbhash';
import { type Pixels, pipelineFrom, pixelsOf } from './pixels.ts';

/**
 * ThumbHash takes pictures of up to 100 pixels a side, in whose coarsest 7 x 7 waves more than 32 are nowhere seen;
 * its time grows with their number, and at 100 was as long as shrinking to three renditions.
 */
const MAX_SIDE = 32;

/** The ThumbHash of a picture, in base64: a blurred placeholder of about 25 bytes. */
export async function thumbhashOf(pixels: Pixels): Promise<string> {
  const scale = Math.min(1, MAX_SIDE / Math.max(pixels.width, pixels.height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  const small = pipelineFrom(pixels)
    .resize(side(pixels.width), side(pixels.height), { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha();
  const { data, width, height } = await pixelsOf(small);
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64');
}
