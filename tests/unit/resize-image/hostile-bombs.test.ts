import { deflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { uint16, uint32 } from './bytes.ts';
import { blackPng, gifOfFrames, pngChunk, webpOfFrames, zeros } from './hostile/bombs.ts';
import { expectSurvival, type HostileOriginal } from './hostile/survival.ts';
import { useWarmProcess } from './hostile/warm-process.ts';
import { type TiffEntry, tiffOf } from './tiff-writer.ts';

const warm = useWarmProcess();

function plain(width: number, height: number, channels: 3 | 4 = 3) {
  const create = { width, height, channels, background: { r: 200, g: 60, b: 20, alpha: 0.5 } };
  return sharp({ create, limitInputPixels: false });
}

/** A TIFF of black RGB pixels in one deflated strip, or in as many as there are rows that all lie at the same place. */
function blackTiff(width: number, height: number, bits: number, isOneStrip: boolean): Buffer {
  const rowBytes = (width * 3 * bits) / 8;
  const strip = isOneStrip ? zeros(rowBytes, height) : deflateSync(Buffer.alloc(rowBytes));
  const count = isOneStrip ? 1 : height;
  return tiffOf([
    [
      [256, width],
      [257, height],
      [258, [bits, bits, bits]],
      [259, 8],
      [262, 2],
      [273, { placed: strip, times: count }],
      [277, 3],
      [278, isOneStrip ? height : 1],
      [279, Array(count).fill(strip.length)],
    ],
  ]);
}

const PIXELS: [string, () => Buffer | Promise<Buffer>, { width: number; height: number }][] = [
  ['PNG of 256 megapixels', () => blackPng(16_000, 16_000), { width: 16_000, height: 16_000 }],
  [
    'PNG of 256 megapixels that lies on its side',
    () => blackPng(20_000, 12_000, pngChunk('eXIf', tiffOf([[[274, 6]]]))),
    { width: 12_000, height: 20_000 },
  ],
  [
    'TIFF of 256 megapixels in one strip',
    () => blackTiff(16_000, 16_000, 8, true),
    { width: 16_000, height: 16_000 },
  ],
  [
    'TIFF of 16,000 strips at the same place',
    () => blackTiff(16_000, 16_000, 8, false),
    { width: 16_000, height: 16_000 },
  ],
  [
    'GIF of 64 megapixels',
    () => plain(8000, 8000).gif({ effort: 1, colours: 2 }).toBuffer(),
    { width: 8000, height: 8000 },
  ],
  [
    'WebP of 100 megapixels',
    () => plain(10_000, 10_000).webp({ lossless: true, effort: 0 }).toBuffer(),
    { width: 10_000, height: 10_000 },
  ],
  [
    'JPEG of 256 megapixels',
    () => plain(16_000, 16_000).jpeg().toBuffer(),
    { width: 16_000, height: 16_000 },
  ],
  [
    'progressive JPEG of 100 megapixels',
    () => plain(10_000, 10_000).jpeg({ progressive: true }).toBuffer(),
    { width: 10_000, height: 10_000 },
  ],
];

test.each(PIXELS)('a %s of one colour is shown', async (name, make, size) => {
  expect(await expectSurvival(warm, [{ name, bytes: await make(), size }])).toBe(1);
});

test('a progressive JPEG whose coefficients do not fit into memory is refused', async () => {
  const bytes = await plain(16, 16).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
  // Height and width lie five bytes after the marker of a progressive frame (T.81, B.2.2).
  uint16.be(16_000, 16_000).copy(bytes, bytes.indexOf(Buffer.from([0xff, 0xc2])) + 5);
  expect(await expectSurvival(warm, [{ name: 'progressive JPEG', bytes }])).toBe(0);
});

test.each([
  ['GIF', () => gifOfFrames(330, 186, 10_000)],
  ['GIF of four megapixels', () => gifOfFrames(2000, 2000, 10_000)],
  ['WebP', () => webpOfFrames(330, 186, 10_000)],
])('a %s of ten thousand frames is shown', async (name, make) => {
  expect(await expectSurvival(warm, [{ name, bytes: await make() }])).toBe(1);
});

test.each(['png', 'jpeg', 'webp', 'gif', 'tiff', 'avif'] as const)(
  'a %s of one pixel and one as long as its kind allows are shown',
  async (format) => {
    const longest = format === 'webp' || format === 'avif' ? 16_383 : 65_500;
    const sizes = [
      { width: 1, height: 1 },
      { width: longest, height: 1 },
      { width: 1, height: longest },
    ];
    const originals = sizes.map(async (size): Promise<HostileOriginal> => {
      const bytes = await plain(size.width, size.height).toFormat(format, { effort: 1 }).toBuffer();
      return { name: `${size.width} x ${size.height}`, bytes, size };
    });
    expect(await expectSurvival(warm, await Promise.all(originals))).toBe(3);
  },
);

test('a PNG whose texts and profile inflate to hundreds of megabytes is shown without them, or refused', async () => {
  const bomb = zeros(1_000_000, 400);
  const bombs = {
    zTXt: Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), bomb]),
    iTXt: Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1'), bomb]),
    iCCP: Buffer.concat([Buffer.from('profile\0\0', 'latin1'), bomb]),
  };
  const size = { width: 330, height: 186 };
  const originals = Object.entries(bombs).map(([type, data]) => ({
    name: type,
    bytes: blackPng(330, 186, ...Array(20).fill(pngChunk(type, data))),
    size,
  }));
  await expectSurvival(warm, originals);
});

test('a TIFF whose directories go in a circle, or never end, is shown or refused', async () => {
  const circle = Buffer.from(blackTiff(330, 186, 8, true));
  circle.writeUInt32LE(8, 8 + 2 + 9 * 12);
  const directory: TiffEntry[] = [
    [256, 1],
    [257, 1],
  ];
  const endless = tiffOf(Array(20_000).fill(directory));
  await expectSurvival(warm, [
    { name: 'a circle', bytes: circle },
    { name: '20,000 directories', bytes: endless },
    { name: 'a strip of 4 GiB', bytes: withStripOf(0xffff_ffff) },
  ]);
});

test('a JPEG of a thousand scans, each of which covers the picture, is shown or refused', async () => {
  const progressive = await plain(4000, 4000).jpeg({ progressive: true }).toBuffer();
  const firstScan = progressive.indexOf(Buffer.from([0xff, 0xda]));
  const lastScan = progressive.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = progressive.subarray(lastScan, progressive.length - 2);
  const bytes = Buffer.concat([
    progressive.subarray(0, lastScan),
    ...Array(1000).fill(scan),
    progressive.subarray(-2),
  ]);
  expect(lastScan).toBeGreaterThan(firstScan);
  await expectSurvival(warm, [{ name: 'a thousand scans', bytes }]);
});

function withStripOf(bytes: number): Buffer {
  const tiff = Buffer.from(blackTiff(330, 186, 8, true));
  const counts = tiff.indexOf(Buffer.from([0x17, 0x01, 4, 0, 1, 0, 0, 0]));
  uint32.le(bytes).copy(tiff, counts + 8);
  return tiff;
}
