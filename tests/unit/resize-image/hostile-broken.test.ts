import { expect, test } from '@jest/globals';
import { flippedBits, lyingNumbers, truncations } from './hostile/damage.ts';
import { FORMATS, originalIn, SIZE } from './hostile/originals.ts';
import { expectSurvival } from './hostile/survival.ts';
import { useWarmProcess } from './hostile/warm-process.ts';

const SEED = 20_260_101;

const warm = useWarmProcess();

test.each(FORMATS)(
  'a %s that is whole is shown, so that what follows is about its damage',
  async (format) => {
    expect(await expectSurvival(warm, [{ name: format, bytes: await originalIn(format), size: SIZE }])).toBe(
      1,
    );
  },
);

test.each(FORMATS)('a %s that is cut off is shown in its size or refused in words', async (format) => {
  const cut = truncations(await originalIn(format), 30);
  await expectSurvival(
    warm,
    cut.map((original) => ({ ...original, size: SIZE })),
  );
});

test.each(FORMATS)('a %s with flipped bits is shown or refused in words', async (format) => {
  await expectSurvival(warm, flippedBits(await originalIn(format), 40, SEED));
});

test.each(FORMATS)('a %s whose header lies is shown or refused in words', async (format) => {
  await expectSurvival(warm, lyingNumbers(await originalIn(format), 40, SEED));
});
