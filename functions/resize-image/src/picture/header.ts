import type { ImageMediaType } from '@movieflix/contracts';
import sharp, { type SharpOptions } from 'sharp';
import { decoding } from './decoding.ts';
import { heldBytesPerPixel } from './held-bytes.ts';

/** What an original says about itself before its pixels are decoded. */
export interface Header {
  contentType: ImageMediaType;
  /** Pixels, after orientation. */
  width: number;
  height: number;
  /** What its decoder holds in memory for every pixel of the original, 0 where it goes row by row. */
  heldBytesPerPixel: number;
  hasAlpha: boolean;
  /** How many an animation has, else 1. */
  frames: number;
  /** The one of them that is decoded. */
  frame?: number;
  /** The embedded colour profile, where it has one and its pixels are 8-bit RGB, for `convertToSrgb`. */
  rgbProfile?: Buffer;
  /** The EXIF block as a TIFF structure, where it has one. */
  exif?: Buffer;
}

/** Where pages are frames; those of TIFF and HEIC are pictures of their own. */
const ANIMATED: ReadonlySet<ImageMediaType> = new Set(['image/gif', 'image/webp']);

/**
 * Reads the header. sharp's own libheif reads that of HEIC as well, though it cannot decode HEVC.
 *
 * @throws Rejection where the header is broken
 */
export async function readHeader(original: Buffer, contentType: ImageMediaType): Promise<Header> {
  const found = await decoding(contentType, () => sharp(original, headerOptions(contentType)).metadata());
  const header: Header = {
    contentType,
    width: found.autoOrient.width,
    height: found.autoOrient.height,
    heldBytesPerPixel: heldBytesPerPixel(contentType, found),
    hasAlpha: found.hasAlpha === true,
    frames: ANIMATED.has(contentType) ? (found.pages ?? 1) : 1,
  };
  if (found.icc && found.space === 'srgb' && found.depth === 'uchar') header.rgbProfile = found.icc;
  if (contentType === 'image/tiff') header.exif = original;
  else if (found.exif) header.exif = withoutPreamble(found.exif);
  return header;
}

function headerOptions(contentType: ImageMediaType): SharpOptions {
  return {
    // Whether the picture is whole is seen when it is decoded.
    failOn: 'none',
    // The limit on pixels is checked by assertWithinLimits, which can say how many there are.
    limitInputPixels: false,
    // Phones cut a 48 megapixel HEIC into more tiles than the 256 items that libvips admits by default.
    unlimited: contentType === 'image/heic',
  };
}

/** JPEG and WebP write the six bytes `Exif\0\0` before the TIFF structure. */
function withoutPreamble(exif: Buffer): Buffer {
  return exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif;
}
