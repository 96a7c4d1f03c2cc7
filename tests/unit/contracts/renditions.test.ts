import { expect, test } from '@jest/globals';
import { MAX_RENDITION_HEIGHT, RENDITION_WIDTHS, renditionSizes } from '@movieflix/contracts';
import fc from 'fast-check';

const size = fc.record({
  width: fc.integer({ min: 1, max: 100_000 }),
  height: fc.integer({ min: 1, max: 100_000 }),
});

test('a 12 megapixel photograph gets every width', () => {
  expect(renditionSizes({ width: 4032, height: 3024 })).toEqual([
    { width: 320, height: 240 },
    { width: 640, height: 480 },
    { width: 1280, height: 960 },
    { width: 2048, height: 1536 },
  ]);
});

test('an original of exactly a rendition width gets that width', () => {
  expect(renditionSizes({ width: 640, height: 100 }).at(-1)).toEqual({ width: 640, height: 100 });
});

test('an original narrower than every width gets one rendition of its own size', () => {
  expect(renditionSizes({ width: 1, height: 1 })).toEqual([{ width: 1, height: 1 }]);
});

test('an original too tall for every width gets one as tall as WebP can hold', () => {
  expect(renditionSizes({ width: 1000, height: 100_000 })).toEqual([{ width: 164, height: 16_383 }]);
});

test('there is always a rendition, ascending, never upscaled, never too tall and never empty', () => {
  fc.assert(
    fc.property(size, (original) => {
      const sizes = renditionSizes(original);
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.map(({ width }) => width)).toEqual(
        [...new Set(sizes.map(({ width }) => width))].sort((a, b) => a - b),
      );
      for (const { width, height } of sizes) {
        expect(width).toBeLessThanOrEqual(original.width);
        expect(width).toBeLessThanOrEqual(RENDITION_WIDTHS.at(-1)!);
        expect(height).toBeLessThanOrEqual(Math.min(original.height, MAX_RENDITION_HEIGHT));
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});

test('a rendition keeps the aspect ratio to half a pixel', () => {
  fc.assert(
    fc.property(size, (original) => {
      for (const { width, height } of renditionSizes(original)) {
        const exact = (original.height * width) / original.width;
        if (height !== MAX_RENDITION_HEIGHT)
          expect(Math.abs(height - Math.max(1, exact))).toBeLessThanOrEqual(0.5);
      }
    }),
  );
});
