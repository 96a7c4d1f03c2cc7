import { expect } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import Color from 'colorjs.io';
import sharp from 'sharp';

/** Saturated, pale, dark and grey, as sRGB has them, each channel 0 to 1. */
export const COLOURS: readonly (readonly [number, number, number])[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 1],
  [0.5, 0.5, 0.5],
  [0.78, 0.24, 0.2],
  [0.24, 0.67, 0.27],
  [0.2, 0.27, 0.75],
  [0.86, 0.75, 0.27],
  [0.27, 0.7, 0.75],
  [0.7, 0.31, 0.67],
  [0.24, 0.24, 0.24],
  [0.78, 0.59, 0.47],
];

/** What the patches of coded-items.heic have been coded of, in whatever space a test takes them for. */
export const HEIC_COLOURS = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 0],
  [0, 255, 255],
  [255, 0, 255],
  [128, 128, 128],
  [255, 255, 255],
  [200, 60, 50],
  [60, 170, 70],
  [50, 70, 190],
  [220, 190, 70],
  [70, 180, 190],
  [180, 80, 170],
  [60, 60, 60],
  [200, 150, 120],
].map((values) => values.map((value) => value / 255));

const SIDE = 64;
const COLUMNS = 4;
export const SIZE = { width: SIDE * COLUMNS, height: SIDE * (COLOURS.length / COLUMNS) };

/** Colours as squares of 64 pixels, four in a row, with 8 or 16 bits a channel. */
export function patchesOf(colours: readonly (readonly number[])[], depth: 'uchar' | 'ushort' = 'uchar') {
  const white = depth === 'uchar' ? 0xff : 0xffff;
  const pixels = new (depth === 'uchar' ? Uint8Array : Uint16Array)(SIZE.width * SIZE.height * 3);
  for (let pixel = 0; pixel < SIZE.width * SIZE.height; pixel += 1) {
    const [row, column] = [Math.floor(pixel / SIZE.width / SIDE), Math.floor((pixel % SIZE.width) / SIDE)];
    pixels.set(
      colours[row * COLUMNS + column]!.map((value) => Math.round(value * white)),
      pixel * 3,
    );
  }
  return sharp(pixels, { raw: { ...SIZE, channels: 3 } }).toColourspace(depth === 'uchar' ? 'srgb' : 'rgb16');
}

/** The mean colour of the middle of a picture's patch, each channel 0 to 255, without regard to its profile. */
export async function pixelOf(picture: Buffer, index: number): Promise<number[]> {
  const [left, top] = [(index % COLUMNS) * SIDE + SIDE / 4, Math.floor(index / COLUMNS) * SIDE + SIDE / 4];
  const middle = sharp(picture, { ignoreIcc: true }).extract({
    left,
    top,
    width: SIDE / 2,
    height: SIDE / 2,
  });
  const { channels } = await sharp(await middle.png().toBuffer()).stats();
  return channels.map(({ mean }) => mean);
}

/** How far the patches of a picture are from `expected`, all in sRGB: CIEDE2000. */
export async function distances(
  picture: Buffer,
  expected: readonly (readonly number[])[],
): Promise<number[]> {
  return Promise.all(
    expected.map(async (colour, index) => {
      const seen = (await pixelOf(picture, index)).map((value) => value / 255);
      return new Color('srgb', triple(seen)).deltaE(new Color('srgb', triple(colour)), '2000');
    }),
  );
}

/** Expects a picture's patches to come out in colours that the eye hardly tells from those expected. */
export async function expectColours(original: Buffer, expected: readonly (readonly number[])[]) {
  const { renditions } = await resizePicture(original);
  expectNear(await distances(renditions.at(-1)!.data, expected));
}

/** Expects most distances to be below what is noticed, and none to be much above it. */
export function expectNear(found: number[]) {
  const ascending = found.toSorted((a, b) => a - b);
  expect(ascending[ascending.length / 2]).toBeLessThan(1);
  expect(ascending.at(-1)).toBeLessThan(2.5);
}

/** Colours of one space in another. */
export function converted(colours: readonly (readonly number[])[], from: string, to: string): number[][] {
  return colours.map((colour) => new Color(from, triple(colour)).to(to).coords.map((value) => value ?? 0));
}

function triple(values: readonly number[]): [number, number, number] {
  return [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0];
}
