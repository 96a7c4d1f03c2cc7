import { expect, test } from '@jest/globals';
import { fitText, LINE_HEIGHT } from './fit-text';
import { measureSerif } from './letter-widths';

const box = { x: 0, y: 0, width: 172, height: 66 };

test('a short title is as large as it may be', () => {
  expect(fitText('M', box, 48, measureSerif)).toEqual({ lines: ['M'], size: 48 });
});

test('a title is broken where its words become largest', () => {
  expect(fitText('The Great Train Robbery', box, 48, measureSerif).lines).toEqual([
    'The Great',
    'Train Robbery',
  ]);
});

test('a word too long for a line is broken with hyphens', () => {
  const { lines, size } = fitText('Donaudampfschifffahrtsgesellschaft', box, 48, measureSerif);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
  expect(size).toBeGreaterThan(12);
});

test('a title of two hundred letters still fits, and still reads', () => {
  for (const title of ['A long title that goes on '.repeat(8), 'W'.repeat(200), '映画'.repeat(100)]) {
    const { lines, size } = fitText(title, box, 48, measureSerif);
    for (const line of lines) expect(measureSerif(line) * size).toBeLessThanOrEqual(box.width + 0.01);
    expect(lines.length * size * LINE_HEIGHT).toBeLessThanOrEqual(box.height + 0.01);
    expect(size).toBeGreaterThan(4.5);
    expect(lines.join('').replace(/[\s-]/g, '')).toBe(title.replace(/\s/g, ''));
  }
});
