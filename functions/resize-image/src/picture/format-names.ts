import type { ImageMediaType } from '@movieflix/contracts';

const NAMES: Readonly<Record<ImageMediaType, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'image/tiff': 'TIFF',
  'image/heic': 'HEIC',
  'image/heif': 'HEIF',
  'image/x-adobe-dng': 'DNG',
  'image/x-canon-cr2': 'CR2',
  'image/x-canon-cr3': 'CR3',
  'image/x-nikon-nef': 'NEF',
  'image/x-sony-arw': 'ARW',
  'image/x-fuji-raf': 'RAF',
  'image/x-olympus-orf': 'ORF',
  'image/x-panasonic-rw2': 'RW2',
};

/** The formats that are decoded, as a person reads them. */
export const DECODED_FORMATS = 'JPEG, PNG, WebP, AVIF, GIF, TIFF or HEIC';

/** The name of a format as a person knows it, such as `JPEG`. */
export function formatName(contentType: ImageMediaType): string {
  return NAMES[contentType];
}
