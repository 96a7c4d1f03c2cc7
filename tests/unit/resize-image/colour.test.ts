import { deflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { type Primaries, rgbProfile } from '@movieflix/resize-image/picture/colour/rgb-profile.ts';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp, { type Sharp } from 'sharp';
import { codedItems, itemsIn } from './heif/coded-items.ts';
import { codedColour, colourProfile, type HeifItem, heifOf } from './heif/heif-writer.ts';
import { pngChunk, withChunks } from './hostile/bombs.ts';
import { segment, withSegments } from './jpeg-writer.ts';
import { COLOURS, converted, distances, expectColours, HEIC_COLOURS, patchesOf, pixelOf } from './patches.ts';

/** By the names of colorjs.io: primaries in XYZ under D50, and gamma. */
const SPACES: Record<string, [Primaries, number]> = {
  a98rgb: [
    [
      [0.60974, 0.31111, 0.01947],
      [0.20528, 0.62567, 0.06087],
      [0.14919, 0.06322, 0.74457],
    ],
    563 / 256,
  ],
  prophoto: [
    [
      [0.79767, 0.28804, 0],
      [0.13519, 0.71188, 0],
      [0.03134, 0.00009, 0.82491],
    ],
    1.8,
  ],
};

const p3Profile = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
  .withIccProfile('p3')
  .png()
  .toBuffer()
  .then(async (png) => (await sharp(png).metadata()).icc!);

function profileOf(space: string): Buffer {
  return space === 'p3' ? p3Profile : rgbProfile(...SPACES[space]!);
}

/** Colours of sRGB in another space, with its profile; sharp would convert them itself, and deep ones wrongly. */
async function taggedPng(space: string, depth: 'uchar' | 'ushort'): Promise<Buffer> {
  const png = await patchesOf(converted(COLOURS, 'srgb', space), depth)
    .png()
    .toBuffer();
  const profile = Buffer.concat([Buffer.from('profile\0\0', 'latin1'), deflateSync(profileOf(space))]);
  return withChunks(png, pngChunk('iCCP', profile));
}

const FORMATS: readonly [string, 'uchar' | 'ushort', (picture: Sharp) => Sharp][] = [
  ['JPEG', 'uchar', (picture) => picture.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })],
  ['JPEG of 4:2:0', 'uchar', (picture) => picture.jpeg({ quality: 90 })],
  ['PNG', 'uchar', (picture) => picture.png()],
  ['16-bit PNG', 'ushort', (picture) => picture.png()],
  ['TIFF', 'uchar', (picture) => picture.tiff({ compression: 'lzw' })],
  ['16-bit TIFF', 'ushort', (picture) => picture.tiff({ compression: 'deflate' })],
  ['WebP', 'uchar', (picture) => picture.webp({ quality: 95 })],
  ['AVIF', 'uchar', (picture) => picture.avif({ quality: 90, effort: 0 })],
  ['10-bit AVIF', 'ushort', (picture) => picture.avif({ quality: 90, effort: 0, bitdepth: 10 })],
];

const SPACES_AND_FORMATS = ['p3', ...Object.keys(SPACES)].flatMap((space) =>
  FORMATS.map((format) => [space, ...format] as const),
);

test.each(SPACES_AND_FORMATS)(
  'colours of %s in a %s come out as they are',
  async (space, _name, depth, encode) => {
    const png = await taggedPng(space, depth);
    const original = await encode(sharp(png).keepIccProfile()).toBuffer();
    expect((await sharp(original).metadata()).icc?.equals(profileOf(space))).toBe(true);
    await expectColours(png, COLOURS);
    await expectColours(original, COLOURS);
  },
);

test('colours that an AVIF codes as Display P3 without a profile come out as they are', async () => {
  const avif = await patchesOf(converted(COLOURS, 'srgb', 'p3'))
    .avif({ quality: 90, effort: 0 })
    .toBuffer();
  const [item] = itemsIn(avif, 'av01');
  const tagged: HeifItem = { ...item!, properties: [...item!.properties!, codedColour(12, 13, 6)] };
  await expectColours(heifOf([tagged], 1, 'avif'), COLOURS);
});

const { patches, deepPatches } = await codedItems();
const CODED: readonly [string, string, Buffer][] = [
  ['Display P3 by a profile', 'p3', colourProfile(p3Profile)],
  ['Display P3 by numbers', 'p3', codedColour(12, 13, 6)],
  ['BT.2020 by numbers', 'rec2020', codedColour(9, 14, 6)],
  ['sRGB by numbers', 'srgb', codedColour(1, 13, 6)],
];

test.each([8, 10].flatMap((bits) => CODED.map((coded) => [bits, ...coded] as const)))(
  'colours of a HEIC of %d bits in %s come out as they are, or nearest to it',
  async (bits, _name, space, colour) => {
    const item = bits === 8 ? patches : deepPatches;
    const tagged: HeifItem = { ...item, properties: [...item.properties!, colour] };
    const clipped = converted(HEIC_COLOURS, space, 'srgb').map((values) =>
      values.map((value) => Math.min(Math.max(value, 0), 1)),
    );
    await expectColours(heifOf([tagged]), clipped);
  },
);

// Half of the signal is 93 nits of the one (SMPTE ST 2084), and of the other what BT.1886 makes of it.
test.each([
  ['perceptual quantizer', 16, 154],
  ['hybrid log-gamma', 18, 122],
])(
  'grey of a high range coded as %s stays grey, as light as paper has it, and white stays white',
  async (_name, transfer, lightness) => {
    const tagged = { ...deepPatches, properties: [...deepPatches.properties!, codedColour(9, transfer, 6)] };
    const { renditions } = await resizePicture(heifOf([tagged]));
    const { data } = renditions.at(-1)!;
    for (const value of await pixelOf(data, 6)) expect(Math.abs(value - lightness)).toBeLessThan(4);
    for (const value of await pixelOf(data, 7)) expect(value).toBeGreaterThan(252);
  },
);

test('a profile that is broken changes nothing of a picture', async () => {
  const png = await patchesOf(COLOURS).png().toBuffer();
  const broken = [
    Buffer.alloc(200, 0xa5),
    p3Profile.subarray(0, 100),
    Buffer.from(p3Profile).fill(0xff, 132),
  ];
  for (const profile of broken) {
    const jpeg = await sharp(png).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
    const header = Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1');
    await expectColours(withSegments(jpeg, segment(0xe2, header, profile)), COLOURS);
    await expectColours(
      heifOf([{ ...patches, properties: [...patches.properties!, colourProfile(profile)] }]),
      HEIC_COLOURS,
    );
  }
});

test('a grey picture is shown as its profile has it', async () => {
  const grey = await sharp(await patchesOf(COLOURS).png().toBuffer())
    .toColourspace('b-w')
    .png()
    .toBuffer();
  const linear = greyProfile(1);
  const chunk = pngChunk('iCCP', Buffer.concat([Buffer.from('profile\0\0', 'latin1'), deflateSync(linear)]));
  const { renditions } = await resizePicture(withChunks(grey, chunk));
  const coded = await pixelOf(grey, 14);
  const light = (await pixelOf(renditions.at(-1)!.data, 14))[0]! / 255;
  expect(light).toBeCloseTo(
    converted([[1, 1, 1].map((one) => (one * coded[0]!) / 255)], 'srgb-linear', 'srgb')[0]![0]!,
    1,
  );
});

test('colours of CMYK are shown as its profile has them', async () => {
  const cmyk = await patchesOf(COLOURS).withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer();
  expect(await sharp(cmyk).metadata()).toMatchObject({ space: 'cmyk', hasProfile: true });
  const { renditions } = await resizePicture(cmyk);
  // Print cannot reach the most saturated of them; ink that is taken for the opposite of light is at 7.
  const ascending = (await distances(renditions.at(-1)!.data, COLOURS)).toSorted((a, b) => a - b);
  expect(ascending[ascending.length / 2]).toBeLessThan(6);
});

/** A profile of grey with a gamma (ICC.1:2010, 8.3.4). */
function greyProfile(gamma: number): Buffer {
  const rgb = rgbProfile(SPACES['a98rgb']![0], gamma);
  // Its header, white point and one of its curves.
  const tags = rgb.subarray(132 + 3 * 12, 132 + 5 * 12);
  tags.write('kTRC', 12, 'latin1');
  rgb.write('GRAY', 16, 'latin1');
  rgb.writeUInt32BE(2, 128);
  tags.copy(rgb, 132);
  return rgb;
}
