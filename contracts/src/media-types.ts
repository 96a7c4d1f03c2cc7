/** Raw camera files, by the names that freedesktop.org's shared MIME-info has for them. */
const RAW_MEDIA_TYPES = [
  'image/x-adobe-dng',
  'image/x-canon-cr2',
  'image/x-canon-cr3',
  'image/x-nikon-nef',
  'image/x-sony-arw',
  'image/x-fuji-raf',
  'image/x-olympus-orf',
  'image/x-panasonic-rw2',
] as const;

export type RawMediaType = (typeof RAW_MEDIA_TYPES)[number];

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
  ...RAW_MEDIA_TYPES,
] as const;

export type ImageMediaType = (typeof IMAGE_MEDIA_TYPES)[number];

/** File name endings of those types, for browsers and importers whose system does not know a type (HEIC, RAW). */
export const MEDIA_TYPE_BY_EXTENSION: Readonly<Record<string, ImageMediaType>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  mpo: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  heif: 'image/heif',
  hif: 'image/heif',
  dng: 'image/x-adobe-dng',
  cr2: 'image/x-canon-cr2',
  cr3: 'image/x-canon-cr3',
  nef: 'image/x-nikon-nef',
  arw: 'image/x-sony-arw',
  raf: 'image/x-fuji-raf',
  orf: 'image/x-olympus-orf',
  rw2: 'image/x-panasonic-rw2',
};

/** Whether an image is a raw camera file, which is shown by the preview that its camera made. */
export function isRawMediaType(contentType: ImageMediaType): contentType is RawMediaType {
  return RAW_MEDIA_TYPES.some((raw) => raw === contentType);
}
