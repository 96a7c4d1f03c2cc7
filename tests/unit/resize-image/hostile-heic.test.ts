import { expect, test } from '@jest/globals';
import type { Size } from '@movieflix/contracts';
import { uint32 } from './bytes.ts';
import { box } from './heif/boxes.ts';
import { codedItems } from './heif/coded-items.ts';
import {
  announcedSize,
  auxiliaryType,
  colourProfile,
  grid,
  type HeifItem,
  heifOf,
  rotation,
} from './heif/heif-writer.ts';
import { expectSurvival } from './hostile/survival.ts';
import { useWarmProcess } from './hostile/warm-process.ts';

const warm = useWarmProcess();

const { tiles, patches, deepPatches, alpha } = await codedItems();
const tile = tiles[0]!;
const TILE = 128;

/** A tile that announces another size than it has. */
function announced(width: number, height: number): HeifItem {
  return { ...tile, properties: [tile.properties![0]!, announcedSize(width, height)] };
}

/** An item that shows another as it is (ISO/IEC 23008-12, 6.6.2.1). */
function identity(of: number, size = announcedSize(TILE, TILE)): HeifItem {
  return {
    type: 'iden',
    data: Buffer.alloc(0),
    properties: [size],
    references: [{ type: 'dimg', to: [of] }],
  };
}

/** So many tiles that are the same. */
function gridOf(rows: number, columns: number, size?: Size): Buffer {
  const whole = size ?? { width: columns * TILE, height: rows * TILE };
  const numbers = Array.from({ length: rows * columns }, (_, index) => index + 2);
  return heifOf([grid(rows, columns, whole, numbers), ...numbers.map(() => tile)]);
}

test.each([
  ['8', patches],
  ['10', deepPatches],
])('a HEIC of sixty megapixels in 900 tiles of %s bits is shown', async (name, item) => {
  const size = { width: 30 * 256, height: 30 * 256 };
  const numbers = Array.from({ length: 900 }, (_, index) => index + 2);
  const bytes = heifOf([grid(30, 30, size, numbers), ...numbers.map(() => item)]);
  expect(await expectSurvival(warm, [{ name, bytes, size }])).toBe(1);
});

const REFUSED: readonly [string, () => Buffer][] = [
  ['picture that announces 65,535 x 65,535 pixels', () => heifOf([announced(65_535, 65_535)])],
  ['picture that announces 4,294,967,295 x 1 pixels', () => heifOf([announced(0xffff_ffff, 1)])],
  ['picture that announces no pixels', () => heifOf([announced(0, 0)])],
  ['grid of 32 x 32 tiles', () => gridOf(32, 32)],
  [
    'grid of one tile, over and over',
    () => heifOf([grid(2, 2, { width: 256, height: 256 }, [2, 2, 2, 2]), tile]),
  ],
  ['grid that announces 65,535 x 65,535 pixels', () => gridOf(2, 2, { width: 65_535, height: 65_535 })],
  [
    'grid of more tiles than are there',
    () => heifOf([grid(255, 255, { width: 2048, height: 2048 }, [2, 2]), tile]),
  ],
  ['grid of itself', () => heifOf([grid(2, 2, { width: 256, height: 256 }, [1, 1, 1, 1]), tile])],
  [
    'circle of grids',
    () =>
      heifOf([
        grid(1, 1, { width: TILE, height: TILE }, [2]),
        grid(1, 1, { width: TILE, height: TILE }, [1]),
      ]),
  ],
  ['circle of identities', () => heifOf([identity(2), identity(1)])],
  [
    'picture whose bytes lie beyond the file',
    () => heifOf([{ ...tile, extent: { offset: 0x7fff_ffff, bytes: tile.data.length } }]),
  ],
  [
    'picture whose bytes reach beyond the file',
    () => heifOf([{ ...tile, extent: { offset: 500, bytes: 0xffff_ff00 } }]),
  ],
  ['picture without bytes', () => heifOf([{ ...tile, data: Buffer.alloc(0) }])],
  ['primary picture that is not there', () => heifOf([tile], 9)],
];

test.each(REFUSED)('a HEIC %s is refused in words', async (name, make) => {
  expect(await expectSurvival(warm, [{ name, bytes: make() }])).toBe(0);
});

const ODD: readonly [string, () => Buffer][] = [
  ['picture that announces more than is coded', () => heifOf([announced(256, 256)])],
  ['picture that announces less than is coded', () => heifOf([announced(64, 64)])],
  [
    'chain of a thousand identities',
    () => heifOf([...Array.from({ length: 1000 }, (_, index) => identity(index + 2)), tile]),
  ],
  [
    'grid of grids, 16 times as many at each of five levels',
    () =>
      heifOf([
        ...[2, 3, 4, 5, 6].map((next) => grid(4, 4, { width: TILE, height: TILE }, Array(16).fill(next))),
        tile,
      ]),
  ],
  [
    'file of 60,000 items',
    () => heifOf([tile, ...Array(60_000).fill({ ...tile, data: Buffer.alloc(0), properties: [] })]),
  ],
  [
    'picture with 60,000 thumbnails',
    () =>
      heifOf([
        tile,
        ...Array.from({ length: 60_000 }, () => ({
          ...announced(TILE, TILE),
          data: Buffer.alloc(0),
          properties: [],
          references: [{ type: 'thmb', to: [1] }],
        })),
      ]),
  ],
  [
    'picture that is turned 255 times',
    () => heifOf([{ ...tile, properties: [...tile.properties!, ...Array(250).fill(rotation(1))] }]),
  ],
  [
    'picture whose profile has 20 MB',
    () =>
      heifOf([{ ...tile, properties: [...tile.properties!, colourProfile(Buffer.alloc(20_000_000, 1))] }]),
  ],
  [
    'picture that is its own alpha',
    () =>
      heifOf([
        {
          ...alpha,
          properties: [...alpha.properties!, auxiliaryType('urn:mpeg:hevc:2015:auxid:1')],
          references: [{ type: 'auxl', to: [1] }],
        },
      ]),
  ],
  ['picture whose meta box claims four gigabytes', () => withMetaOf(0xffff_ffff)],
  ['picture whose meta box reaches to the end', () => withMetaOf(0)],
  [
    'picture with two million empty properties',
    () => heifOf([tile, holding(Buffer.concat(Array(2_000_000).fill(box('free'))))]),
  ],
  ['picture with boxes in boxes, a thousand deep', () => heifOf([tile, holding(nested(1000))])],
];

/** An item that is nothing but boxes among the properties. */
function holding(boxes: Buffer): HeifItem {
  return { ...tile, data: Buffer.alloc(0), properties: [boxes] };
}

function nested(depth: number): Buffer {
  let boxes = box('free');
  for (let level = 0; level < depth; level += 1) boxes = box('ipco', boxes);
  return boxes;
}

function withMetaOf(bytes: number): Buffer {
  const heic = heifOf([tile]);
  uint32.be(bytes).copy(heic, heic.indexOf('meta') - 4);
  return heic;
}

test.each(ODD)('a HEIC %s is shown or refused in words', async (name, make) => {
  await expectSurvival(warm, [{ name, bytes: make() }]);
});
