import sharp, { type Sharp } from 'sharp';
import { codedItems } from '../heif/coded-items.ts';
import { auxiliaryType, codedColour, grid, heifOf, rotation } from '../heif/heif-writer.ts';
import { photo } from '../photos.ts';

export const FORMATS = [
  'JPEG',
  'progressive JPEG',
  'CMYK JPEG',
  'PNG',
  'interlaced palette PNG',
  '16-bit PNG with alpha',
  'WebP',
  'lossless WebP with alpha',
  'animated WebP',
  'AVIF',
  'GIF',
  'animated GIF',
  'LZW TIFF',
  'tiled deflate TIFF',
  'BigTIFF of JPEG tiles',
  'HEIC',
  'tiled HEIC',
  'deep HEIC',
] as const;

export type Format = (typeof FORMATS)[number];

export const SIZE = { width: 330, height: 186 };

const ENCODERS: Readonly<
  Record<Exclude<Format, `${string}HEIC` | `animated ${string}`>, (picture: Sharp) => Sharp>
> = {
  JPEG: (picture) => picture.withExif({ IFD0: { Make: 'Canon' } }).jpeg(),
  'progressive JPEG': (picture) => picture.jpeg({ progressive: true }),
  'CMYK JPEG': (picture) => picture.toColourspace('cmyk').jpeg(),
  PNG: (picture) => picture.withIccProfile('p3').png(),
  'interlaced palette PNG': (picture) => picture.png({ palette: true, progressive: true }),
  '16-bit PNG with alpha': (picture) => picture.ensureAlpha(0.5).toColourspace('rgb16').png(),
  WebP: (picture) => picture.webp({ effort: 1 }),
  'lossless WebP with alpha': (picture) => picture.ensureAlpha(0.5).webp({ lossless: true, effort: 1 }),
  AVIF: (picture) => picture.avif({ effort: 0 }),
  GIF: (picture) => picture.gif({ effort: 1 }),
  'LZW TIFF': (picture) => picture.tiff({ compression: 'lzw' }),
  'tiled deflate TIFF': (picture) => picture.tiff({ compression: 'deflate', tile: true }),
  'BigTIFF of JPEG tiles': (picture) => picture.tiff({ compression: 'jpeg', tile: true, bigtiff: true }),
};

/** A photograph of `SIZE` in one of the formats; in an animation it grows darker. */
export async function originalIn(format: Format): Promise<Buffer> {
  if (format === 'HEIC') return photo('small.heic');
  if (format === 'tiled HEIC') return tiledHeic();
  if (format === 'deep HEIC') return deepHeic();
  const picture = sharp(await photo('canyon-wren.jpg')).resize(SIZE.width, SIZE.height, { fit: 'fill' });
  if (format === 'animated GIF') return (await animationOf(picture)).gif({ effort: 1 }).toBuffer();
  if (format === 'animated WebP') return (await animationOf(picture)).webp({ effort: 1 }).toBuffer();
  return ENCODERS[format](sharp(await picture.png().toBuffer())).toBuffer();
}

/** As phones write it: tiles, a turn, a thumbnail and a depth map. */
async function tiledHeic(): Promise<Buffer> {
  const { tiles, alpha } = await codedItems();
  const [first, second] = tiles;
  const lying = { width: SIZE.height, height: SIZE.width };
  const depth = [...alpha.properties!, auxiliaryType('urn:mpeg:hevc:2015:auxid:2')];
  return heifOf([
    grid(3, 2, lying, [2, 3, 4, 5, 6, 7], [codedColour(12, 13, 6), rotation(1)]),
    ...tiles,
    first!,
    second!,
    { ...first!, references: [{ type: 'thmb', to: [1] }] },
    { ...alpha, properties: depth, references: [{ type: 'auxl', to: [1] }] },
  ]);
}

/** With 10 bits a channel. */
async function deepHeic(): Promise<Buffer> {
  const { deepPatches } = await codedItems();
  return heifOf([grid(1, 2, SIZE, [2, 3], [codedColour(9, 16, 9)]), deepPatches, deepPatches]);
}

async function animationOf(picture: Sharp): Promise<Sharp> {
  const frame = await picture.png().toBuffer();
  const darker = (factor: number) => sharp(frame).linear(factor).png().toBuffer();
  return sharp([frame, await darker(0.7), await darker(0.4)], { join: { animated: true } });
}
