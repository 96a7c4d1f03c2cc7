import { beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { flippedBits, lyingNumbers, truncations } from './hostile/damage.ts';
import { expectSurvival } from './hostile/survival.ts';
import { useWarmProcess } from './hostile/warm-process.ts';
import { photo } from './photos.ts';
import { RAW_FILES } from './raw-files.ts';

const SEED = 20_260_103;

const warm = useWarmProcess();
let preview: Buffer;
let thumbnail: Buffer;

beforeAll(async () => {
  const picture = await photo('canyon-wren.jpg');
  preview = await sharp(picture).resize(640, 360).jpeg().toBuffer();
  thumbnail = await sharp(picture).resize(160, 120).jpeg().toBuffer();
});

test.each(Object.keys(RAW_FILES))(
  'an %s that is cut off, damaged or lies is shown or refused in words',
  async (type) => {
    const whole = RAW_FILES[type]!(preview, thumbnail);
    expect(
      await expectSurvival(warm, [{ name: type, bytes: whole, size: { width: 360, height: 640 } }]),
    ).toBe(1);
    await expectSurvival(warm, [
      ...truncations(whole, 20),
      ...flippedBits(whole, 20, SEED),
      ...lyingNumbers(whole, 20, SEED),
    ]);
  },
);

test('a raw file of nothing but beginnings of JPEGs is refused in good time', async () => {
  const start = Buffer.from('IIU\0\x08\0\0\0', 'latin1');
  const bytes = Buffer.concat([start, Buffer.alloc(60_000_000, Buffer.from('ffd8ffe00002', 'hex'))]);
  expect(await expectSurvival(warm, [{ name: 'ten million JPEGs', bytes }])).toBe(0);
});

test('a raw file whose preview claims more pixels than are decoded is refused', async () => {
  const lying = Buffer.from(preview);
  lying.fill(
    0xff,
    lying.indexOf(Buffer.from([0xff, 0xc0])) + 5,
    lying.indexOf(Buffer.from([0xff, 0xc0])) + 9,
  );
  const bytes = RAW_FILES['image/x-nikon-nef']!(lying, thumbnail);
  expect(await expectSurvival(warm, [{ name: '65,535 x 65,535', bytes }])).toBe(0);
});
