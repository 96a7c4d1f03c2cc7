/** The declared types an upload may have. What the bytes really are is decided by the resize function. */
export const IMAGE_MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/tiff',
  'image/heic',
  'image/heif',
] as const;

export type ImageMediaType = (typeof IMAGE_MEDIA_TYPES)[number];

/** File name endings of those types, for browsers and importers whose system does not know a type (HEIC, AVIF). */
export const MEDIA_TYPE_BY_EXTENSION: Readonly<Record<string, ImageMediaType>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  heif: 'image/heif',
};
