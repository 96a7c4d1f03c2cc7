import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp, { type Sharp } from 'sharp';
import { photo } from './photos.ts';
import { similarity } from './similarity.ts';

const FORMATS: readonly [string, string, (picture: Sharp) => Sharp][] = [
  ['progressive JPEG', 'image/jpeg', (picture) => picture.jpeg({ progressive: true, quality: 95 })],
  ['CMYK JPEG', 'image/jpeg', (picture) => picture.toColourspace('cmyk').jpeg({ quality: 95 })],
  ['PNG', 'image/png', (picture) => picture.png()],
  ['16-bit PNG', 'image/png', (picture) => picture.toColourspace('rgb16').png()],
  ['interlaced palette PNG', 'image/png', (picture) => picture.png({ palette: true, progressive: true })],
  ['WebP', 'image/webp', (picture) => picture.webp({ quality: 95 })],
  ['AVIF', 'image/avif', (picture) => picture.avif({ quality: 80, effort: 0 })],
  ['10-bit AVIF', 'image/avif', (picture) => picture.avif({ quality: 80, effort: 0, bitdepth: 10 })],
  ['GIF', 'image/gif', (picture) => picture.gif({ effort: 1 })],
  ['TIFF', 'image/tiff', (picture) => picture.tiff({ compression: 'lzw' })],
  ['16-bit TIFF', 'image/tiff', (picture) => picture.toColourspace('rgb16').tiff({ compression: 'deflate' })],
];

test.each(FORMATS)('%s is decoded', async (_name, contentType, encode) => {
  const source = sharp(await photo('canyon-wren.jpg')).resize(640, 360);
  const original = await encode(sharp(await source.png().toBuffer())).toBuffer();
  const picture = await resizePicture(original);
  expect(picture).toMatchObject({ contentType, width: 640, height: 360 });
  const reference = await source.clone().resize(320, 180).png().toBuffer();
  expect(await similarity(picture.renditions[0]!.data, reference)).toBeGreaterThan(0.85);
});

test('greyscale stays grey', async () => {
  const original = await sharp(await photo('canyon-wren.jpg'))
    .resize(640, 360)
    .toColourspace('b-w')
    .jpeg()
    .toBuffer();
  const { renditions } = await resizePicture(original);
  const reference = await sharp(original).resize(320, 180).png().toBuffer();
  expect(await similarity(renditions[0]!.data, reference)).toBeGreaterThan(0.9);
});

test('HEIC of a phone is decoded, turned by its own properties and brought to sRGB', async () => {
  const picture = await resizePicture(await photo('high-trestle-trail.heic'));
  expect(picture).toMatchObject({ contentType: 'image/heic', width: 1066, height: 1600 });
  const reference = await photo('high-trestle-trail.reference.jpg');
  expect(await similarity(picture.renditions[0]!.data, reference)).toBeGreaterThan(0.93);
});
