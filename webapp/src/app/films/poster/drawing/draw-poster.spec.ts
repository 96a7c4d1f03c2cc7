import { expect, test } from '@jest/globals';
import { COMPOSITIONS } from './compositions';
import { drawPoster } from './draw-poster';
import { PICTURE_BOTTOM, PICTURE_TOP, TITLE_BOXES } from './scene';

const metropolis = { title: 'Metropolis', year: 1927, directors: ['Fritz Lang'] };

test('a film always gets the same poster', () => {
  expect(drawPoster({ ...metropolis })).toEqual(drawPoster(metropolis));
});

test('a remake gets another poster', () => {
  const first = drawPoster({ title: 'Nosferatu', year: 1922, directors: ['F. W. Murnau'] });
  const remake = drawPoster({ title: 'Nosferatu', year: 1979, directors: ['Werner Herzog'] });
  expect(remake.shapes).not.toEqual(first.shapes);
});

test('no two of two thousand films are drawn alike, and every composition comes up', () => {
  const drawings = Array.from({ length: 2000 }, (_, number) =>
    drawPoster({ title: `Reel ${number}`, year: 1900 + (number % 120), directors: [] }),
  );
  const pictures = new Set(drawings.map(({ ground, shapes }) => JSON.stringify([ground, shapes])));
  expect(pictures.size).toBeGreaterThan(1990);
  const plans = new Set(
    drawings.map(({ shapes }) => shapes.map(({ d }) => d.replace(/[-\d.]+/g, '')).join()),
  );
  expect(plans.size).toBeGreaterThanOrEqual(COMPOSITIONS.length);
});

test('title and credit stand inside the poster, in the part that the picture leaves free', () => {
  for (const title of [
    'M',
    'Häxan',
    'Sunrise: A Song of Two Humans',
    'W'.repeat(60),
    '七人の侍 '.repeat(12),
  ]) {
    const { anchor, title: set, credit } = drawPoster({ title, year: 1931, directors: ['Fritz Lang'] });
    const isAbove = credit.y < PICTURE_TOP;
    const box = TITLE_BOXES[isAbove ? 'above' : 'below'];
    expect(['start', 'middle']).toContain(anchor);
    for (const { y } of set.lines) {
      expect(y - 0.78 * set.size).toBeGreaterThanOrEqual(isAbove ? box.y - 0.1 : PICTURE_BOTTOM);
      expect(y).toBeLessThanOrEqual(box.y + box.height);
    }
  }
});
