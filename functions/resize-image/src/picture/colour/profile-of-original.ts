import type { ImageMediaType } from '@movieflix/contracts';
import type { Metadata } from 'sharp';
import { isAdobeRgb } from './camera-colour.ts';
import { codedColourOf } from './coded-colour.ts';
import { adobeRgbProfile, profileOfCodedColour } from './known-profiles.ts';

/**
 * The profile with which `convertToSrgb` is to convert the decoded pixels of an original: the one embedded, or one made of
 * what the file says otherwise. Nothing where its pixels are sRGB or grey, or sharp converts them by itself as it decodes.
 *
 * @param found what sharp says of it
 * @param exif its EXIF block
 */
export function profileOfOriginal(
  original: Buffer,
  contentType: ImageMediaType,
  found: Metadata,
  exif: Buffer | undefined,
): Buffer | undefined {
  if (found.space !== 'srgb' && found.space !== 'rgb16') return undefined;
  // Of deep pixels, too: sharp would convert those to Display P3 and take them for sRGB afterwards.
  if (found.icc) return found.icc;
  if (contentType === 'image/heic' || contentType === 'image/avif') {
    const colour = codedColourOf(original);
    return colour && profileOfCodedColour(colour);
  }
  return exif && isAdobeRgb(exif) ? adobeRgbProfile() : undefined;
}
