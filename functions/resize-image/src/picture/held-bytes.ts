import type { ImageMediaType } from '@movieflix/contracts';
import type { Metadata } from 'sharp';

/** Measured as the growth of the process over pictures of 64 to 100 megapixels, rounded up. */
const OF_DECODED_WHOLE: Readonly<Partial<Record<ImageMediaType, number>>> = {
  'image/avif': 18,
  'image/heic': 8,
  'image/gif': 5,
  'image/webp': 4,
};

/** Of an AVIF with 10 or 12 bits a channel, measured likewise. */
const OF_DEEP_AVIF = 24;

/** libjpeg keeps the coefficients of all scans of a progressive JPEG, in 16 bits each. */
const COEFFICIENT_BYTES = 2;

/** What a decoder holds in memory for every pixel of such a picture, 0 where it goes row by row. */
export function heldBytesPerPixel(contentType: ImageMediaType, found: Metadata): number {
  const { isProgressive, channels, depth, chromaSubsampling } = found;
  if (contentType === 'image/avif' && depth === 'ushort') return OF_DEEP_AVIF;
  const ofKind = OF_DECODED_WHOLE[contentType];
  if (ofKind !== undefined) return ofKind;
  if (isProgressive !== true) return 0;
  if (contentType === 'image/png') return channels * (depth === 'ushort' ? 2 : 1);
  return COEFFICIENT_BYTES * (chromaSubsampling === '4:2:0' ? 1.5 : channels);
}
