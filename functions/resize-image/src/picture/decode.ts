import { MAX_ORIGINAL_PIXELS, type Size } from '@movieflix/contracts';
import sharp from 'sharp';
import { decoding } from './decoding.ts';
import type { Header } from './header.ts';
import { type Pixels, pipelineFrom, pixelsOf } from './pixels.ts';

/** Costs a twentieth less of the whole decode than lanczos3 and 2 % fewer bytes, for 0.0003 of similarity (SSIM). */
const KERNEL = 'lanczos2';

/** Pixels in the colours of their profile; without one they are sRGB or grey. */
export interface DecodedPixels extends Pixels {
  profile?: Buffer;
}

/**
 * Decodes an original once, upright and shrunk to `size`. Of an animation that is the header's frame.
 *
 * @throws Rejection `broken`
 */
export async function decode(original: Buffer, header: Header, size: Size): Promise<DecodedPixels> {
  const pixels = await decoding(header.contentType, () =>
    header.contentType === 'image/heic'
      ? decodeHeicTo(original, header, size)
      : decodeTo(original, header, size),
  );
  return header.rgbProfile ? { ...pixels, profile: header.rgbProfile } : pixels;
}

function decodeTo(original: Buffer, header: Header, { width, height }: Size): Promise<Pixels> {
  const pipeline = sharp(original, {
    // Oddities that leave every pixel decodable are forgiven; a picture that ends early is not.
    failOn: 'truncated',
    limitInputPixels: MAX_ORIGINAL_PIXELS,
    ...(header.frame ? { page: header.frame } : {}),
    sequentialRead: true,
    // Converting the shrunken picture instead costs a quarter (convertToSrgb).
    ignoreIcc: header.rgbProfile !== undefined,
  });
  const resized = pipeline.autoOrient().resize(width, height, { fit: 'fill', kernel: KERNEL });
  return pixelsOf(resized.toColourspace('srgb'));
}

async function decodeHeicTo(original: Buffer, header: Header, { width, height }: Size): Promise<Pixels> {
  // Loaded only when needed: most pictures are not HEIC, and the WASM costs 40 ms of a cold start.
  const { decodeHeic } = await import('./decode-heic.ts');
  return decodeHeic(original, header, (pixels) =>
    pixelsOf(pipelineFrom(pixels).resize(width, height, { fit: 'fill', kernel: KERNEL })),
  );
}
