import { expect, test } from '@jest/globals';
import { resizePicture } from '@movieflix/resize-image/picture/resize-picture.ts';
import sharp from 'sharp';
import { uint32 } from './bytes.ts';
import { box } from './heif/boxes.ts';
import { codedItems, itemsIn } from './heif/coded-items.ts';
import { auxiliaryType, grid, type HeifItem, heifOf, mirror, rotation } from './heif/heif-writer.ts';
import { photo } from './photos.ts';
import { similarity } from './similarity.ts';
import { tiffOf } from './tiff-writer.ts';

const SIZE = { width: 256, height: 256 };
const CUT = { width: 250, height: 200 };

const { tiles, patches, alpha } = await codedItems();
/** EXIF that would turn the picture once more. */
const EXIF_OF_A_TURNED_PICTURE: HeifItem = {
  type: 'Exif',
  data: Buffer.concat([Buffer.alloc(4), tiffOf([[[274, 6]]])]),
  references: [{ type: 'cdsc', to: [1] }],
};

/** The photograph that the four tiles were coded from. */
async function tiledPhoto() {
  const whole = sharp(await photo('canyon-wren.jpg'));
  const { width, height } = await whole.metadata();
  const left = Math.floor((width - height) / 2);
  const square = whole.extract({ left, top: 0, width: height, height }).resize(256, 256);
  return sharp(await square.png().toBuffer());
}

/** As phones write a photograph: tiles, put together by the primary item. */
function tiledHeic(size: typeof SIZE, properties: Buffer[] = [], more: HeifItem[] = []): Buffer {
  return heifOf([grid(2, 2, size, [2, 3, 4, 5], properties), ...tiles, ...more]);
}

async function shown(heic: Buffer) {
  const picture = await resizePicture(heic);
  const { data, width, height } = picture.renditions.at(-1)!;
  expect([picture.width, picture.height]).toEqual([width, height]);
  return { width, height, data, exif: picture.exif };
}

test('tiles are put together and cut to the size of the picture', async () => {
  const { data, ...size } = await shown(tiledHeic(CUT));
  expect(size).toMatchObject(CUT);
  const reference = (await tiledPhoto()).extract({ left: 0, top: 0, ...CUT });
  expect(await similarity(data, await reference.png().toBuffer())).toBeGreaterThan(0.9);
});

test('a picture is cut to its clean aperture', async () => {
  // Width, height and the offsets of the middle, each over 1: the lower right of the picture.
  const aperture = box('clap', uint32.be(200, 1, 150, 1, 28, 1, 53, 1));
  const { data, ...size } = await shown(tiledHeic(SIZE, [aperture]));
  expect(size).toMatchObject({ width: 200, height: 150 });
  const reference = (await tiledPhoto()).extract({ left: 56, top: 106, width: 200, height: 150 });
  expect(await similarity(data, await reference.png().toBuffer())).toBeGreaterThan(0.9);
});

// Clockwise degrees, and what is exchanged after that.
test.each([
  [0, 'nothing'],
  [90, 'nothing'],
  [180, 'nothing'],
  [270, 'nothing'],
  [0, 'left-right'],
  [0, 'top-bottom'],
  [90, 'left-right'],
  [270, 'top-bottom'],
] as const)(
  'tiles are turned by %d degrees and %s is exchanged, whatever EXIF says beside it',
  async (degrees, exchanged) => {
    const properties = [
      rotation(((360 - degrees) / 90) % 4),
      ...(exchanged === 'nothing' ? [] : [mirror(exchanged)]),
    ];
    const { data, ...size } = await shown(tiledHeic(CUT, properties, [EXIF_OF_A_TURNED_PICTURE]));
    const turned = await sharp(
      await (await tiledPhoto())
        .extract({ left: 0, top: 0, ...CUT })
        .png()
        .toBuffer(),
    )
      .rotate(degrees)
      .png()
      .toBuffer();
    const reference = await sharp(turned)
      .flop(exchanged === 'left-right')
      .flip(exchanged === 'top-bottom')
      .png()
      .toBuffer();
    const { width, height } = await sharp(reference).metadata();
    expect(size).toMatchObject({ width, height });
    expect(await similarity(data, reference)).toBeGreaterThan(0.9);
  },
);

test('an AVIF is put together of tiles, turned and mirrored likewise', async () => {
  const quarters = [
    [0, 0],
    [128, 0],
    [0, 128],
    [128, 128],
  ].map(async ([left, top]): Promise<HeifItem> => {
    const quarter = (await tiledPhoto()).extract({ left: left!, top: top!, width: 128, height: 128 });
    return itemsIn(await quarter.avif({ effort: 0 }).toBuffer(), 'av01')[0]!;
  });
  const upright = grid(2, 2, CUT, [2, 3, 4, 5], [rotation(1), mirror('left-right')]);
  const avif = heifOf([upright, ...(await Promise.all(quarters)), EXIF_OF_A_TURNED_PICTURE], 1, 'avif');
  const { data, ...size } = await shown(avif);
  expect(size).toMatchObject({ width: CUT.height, height: CUT.width });
  const cut = await (await tiledPhoto())
    .extract({ left: 0, top: 0, ...CUT })
    .png()
    .toBuffer();
  const turned = await sharp(cut).rotate(270).png().toBuffer();
  expect(await similarity(data, await sharp(turned).flop().png().toBuffer())).toBeGreaterThan(0.9);
});

test('of several pictures in a file the primary one is shown, wherever it lies', async () => {
  const heic = heifOf([patches, ...tiles, grid(2, 2, SIZE, [2, 3, 4, 5])], 6);
  const { data } = await shown(heic);
  expect(await similarity(data, await (await tiledPhoto()).png().toBuffer())).toBeGreaterThan(0.9);
  const ofTile = await shown(heifOf([patches, tiles[0]!], 2));
  expect(ofTile).toMatchObject({ width: 128, height: 128 });
});

test('of several pictures in an AVIF the primary one is shown, wherever it lies', async () => {
  const plain = sharp({ create: { ...SIZE, channels: 3, background: '#c83c14' } });
  const pictures = [plain, await tiledPhoto()].map(
    async (picture) => itemsIn(await picture.avif({ effort: 0 }).toBuffer(), 'av01')[0]!,
  );
  const { data } = await shown(heifOf(await Promise.all(pictures), 2, 'avif'));
  expect(await similarity(data, await (await tiledPhoto()).png().toBuffer())).toBeGreaterThan(0.9);
});

test('thumbnails, depth and gain maps beside a picture change nothing of it', async () => {
  const beside = (item: HeifItem, reference: string, urn?: string): HeifItem => ({
    ...item,
    properties: [...item.properties!, ...(urn ? [auxiliaryType(urn)] : [])],
    references: [{ type: reference, to: [1] }],
  });
  const heic = tiledHeic(
    SIZE,
    [],
    [
      beside(tiles[3]!, 'thmb'),
      beside(alpha, 'auxl', 'urn:mpeg:hevc:2015:auxid:2'),
      beside(alpha, 'auxl', 'urn:com:apple:photo:2020:aux:hdrgainmap'),
    ],
  );
  const { data } = await shown(heic);
  const { data: alone } = await shown(tiledHeic(SIZE));
  expect(data.equals(alone)).toBe(true);
});

test('alpha of an auxiliary picture is kept', async () => {
  const mask: HeifItem = {
    ...alpha,
    properties: [...alpha.properties!, auxiliaryType('urn:mpeg:hevc:2015:auxid:1')],
    references: [{ type: 'auxl', to: [1] }],
  };
  const { data } = await shown(heifOf([tiles[0]!, mask]));
  const { data: pixels } = await sharp(data)
    .extractChannel('alpha')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([pixels[128 * 32 + 64], pixels[128 * 96 + 64]]).toEqual([255, 0]);
});

test('of a motion photo in HEIC the still is shown', async () => {
  const movie = box(
    'mpvd',
    box('ftyp', Buffer.from('mp42\0\0\0\0', 'latin1')),
    box('mdat', Buffer.alloc(100_000, 0x5a)),
  );
  const { data } = await shown(Buffer.concat([tiledHeic(SIZE), movie]));
  const { data: alone } = await shown(tiledHeic(SIZE));
  expect(data.equals(alone)).toBe(true);
});
