import sharp from 'sharp';
import type { DecodedPixels } from '../decode.ts';
import { type Pixels, pixelsOf } from '../pixels.ts';
import { tiffOf } from '../tiff.ts';

/** How the usual profile of sRGB calls itself. Converting from it costs a sixth of the whole and changes nothing. */
const SRGB_NAME = 'sRGB IEC61966-2.1';

/**
 * Converts pixels from the colours of their embedded profile, such as Display P3 of phones, to sRGB.
 *
 * sharp cannot attach a profile to raw pixels, so they travel in an uncompressed TIFF file that carries it.
 */
export async function convertToSrgb(decoded: DecodedPixels): Promise<Pixels> {
  const { profile } = decoded;
  if (profile === undefined || profile.includes(SRGB_NAME)) return decoded;
  const tagged = tiffOf(decoded, profile);
  return pixelsOf(sharp(tagged, { limitInputPixels: false }).toColourspace('srgb'));
}
