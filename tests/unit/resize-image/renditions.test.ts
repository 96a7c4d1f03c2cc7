import { expect, test } from '@jest/globals';
import { renditionSizes } from '@movieflix/contracts';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp from 'sharp';
import { photo } from './photos.ts';
import { meanColour, similarity } from './similarity.ts';

const PHOTOS = ['canyon-wren.jpg', 'extreme-desert-hike.jpg', 'valley-midnight.jpg', 'casa-mila-rotated.jpg'];

test.each(PHOTOS)('renditions of %s look like the original shrunk in one step', async (name) => {
  const original = await photo(name);
  const { renditions } = await resizePicture(original);
  for (const { width, height, data } of renditions) {
    const reference = await sharp(original)
      .autoOrient()
      .resize(width, height, { fit: 'fill' })
      .png()
      .toBuffer();
    expect(await similarity(data, reference)).toBeGreaterThan(0.94);
  }
});

test.each(PHOTOS)('renditions of %s have exactly the sizes that are reported and agreed on', async (name) => {
  const picture = await resizePicture(await photo(name));
  const reported = picture.renditions.map(({ width, height }) => ({ width, height }));
  const encoded = await Promise.all(picture.renditions.map(({ data }) => sharp(data).metadata()));
  expect(reported).toEqual(renditionSizes(picture));
  expect(encoded.map(({ width, height, format }) => ({ width, height, format }))).toEqual(
    reported.map((size) => ({ ...size, format: 'webp' })),
  );
});

test('a rendition carries no metadata and no place', async () => {
  const { renditions } = await resizePicture(await photo('casa-mila-rotated.jpg'));
  for (const { data } of renditions) {
    const { exif, xmp, icc, iptc, orientation } = await sharp(data).metadata();
    expect([exif, xmp, icc, iptc, orientation]).toEqual(Array(5).fill(undefined));
  }
});

test('the same bytes give the same renditions again', async () => {
  const original = await photo('casa-mila-rotated.jpg');
  expect(await resizePicture(original)).toEqual(await resizePicture(original));
});

test('a small original is never upscaled', async () => {
  const original = await sharp(await photo('canyon-wren.jpg'))
    .resize(319, 180)
    .jpeg()
    .toBuffer();
  const { renditions } = await resizePicture(original);
  expect(renditions.map(({ width, height }) => [width, height])).toEqual([[319, 180]]);
});

test.each([
  [1, 5000, [[1, 5000]]],
  [
    5000,
    1,
    [
      [320, 1],
      [640, 1],
      [1280, 1],
      [2048, 1],
    ],
  ],
  [1, 1, [[1, 1]]],
  [400, 40_000, [[164, 16_383]]],
])('a picture of %d x %d pixels gets renditions', async (width, height, expected) => {
  const original = await sharp({ create: { width, height, channels: 3, background: '#c84010' } })
    .png()
    .toBuffer();
  const picture = await resizePicture(original);
  const encoded = await Promise.all(picture.renditions.map(({ data }) => sharp(data).metadata()));
  expect([picture.width, picture.height]).toEqual([width, height]);
  expect(encoded.map((rendition) => [rendition.width, rendition.height])).toEqual(expected);
});

test('transparency is kept', async () => {
  const background = { r: 200, g: 60, b: 20, alpha: 0.5 };
  const original = await sharp({ create: { width: 700, height: 400, channels: 4, background } })
    .png()
    .toBuffer();
  const { renditions } = await resizePicture(original);
  for (const { data } of renditions) {
    const [red, , , alpha] = (await sharp(data).stats()).channels;
    expect(Math.abs(alpha!.mean - 128)).toBeLessThan(2);
    expect(Math.abs(red!.mean - 200)).toBeLessThan(8);
  }
});

test('colours of a wide profile come out as the same colours in sRGB', async () => {
  const pure = { create: { width: 400, height: 300, channels: 3 as const, background: '#e05010' } };
  const wide = await sharp(pure)
    .withIccProfile('p3')
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  expect(await meanColour((await resizePicture(wide)).renditions[0]!.data)).toEqual([
    expect.closeTo(0xe0, -1),
    expect.closeTo(0x50, -1),
    expect.closeTo(0x10, -1),
  ]);
  // Without its profile the same file shows other colours, so the test above can fail.
  expect(await meanColour(await sharp(wide, { ignoreIcc: true }).png().toBuffer())).not.toEqual([
    expect.closeTo(0xe0, -1),
    expect.closeTo(0x50, -1),
    expect.closeTo(0x10, -1),
  ]);
});

test('transparency is kept where colours are converted', async () => {
  const background = { r: 0xe0, g: 0x50, b: 0x10, alpha: 0.5 };
  const wide = await sharp({ create: { width: 401, height: 301, channels: 4, background } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
  const { channels } = await sharp((await resizePicture(wide)).renditions[0]!.data).stats();
  const off = channels.map(({ mean }, index) => Math.abs(mean - [0xe0, 0x50, 0x10, 128][index]!));
  expect(Math.max(...off)).toBeLessThan(10);
  expect(channels).toHaveLength(4);
});

test('a profile that makes no sense is passed over', async () => {
  const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#40a060' } })
    .jpeg()
    .toBuffer();
  const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.alloc(300, 7)]);
  const marker = Buffer.from([0xff, 0xe2, (profile.length + 2) >> 8, (profile.length + 2) & 0xff]);
  const broken = Buffer.concat([png.subarray(0, 2), marker, profile, png.subarray(2)]);
  expect(await meanColour((await resizePicture(broken)).renditions[0]!.data)).toEqual([
    expect.closeTo(0x40, -1),
    expect.closeTo(0xa0, -1),
    expect.closeTo(0x60, -1),
  ]);
});
