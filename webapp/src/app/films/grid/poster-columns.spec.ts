import { expect, test } from '@jest/globals';
import { posterAfterKey, posterColumns, rowsBetween } from './poster-columns';

test('a phone shows two posters side by side, a wide screen more and larger ones', () => {
  const [phone, tablet, desk, wall] = [336, 736, 1216, 2496].map((width) => posterColumns(width));
  expect([phone, tablet, desk, wall].map((grid) => grid?.columns)).toEqual([2, 4, 6, 10]);
  expect(wall!.tileWidth).toBeGreaterThan(desk!.tileWidth);
});

test('columns and gaps fill the width', () => {
  for (let width = 300; width < 4000; width += 37) {
    const { columns, tileWidth, gap } = posterColumns(width);
    expect(columns * tileWidth + (columns - 1) * gap).toBeCloseTo(width);
  }
});

test('only rows that touch the window are drawn', () => {
  expect(rowsBetween(0, 500, 300, 10)).toEqual([0, 1]);
  expect(rowsBetween(-400, 100, 300, 10)).toEqual([0]);
  expect(rowsBetween(2900, 9000, 300, 10)).toEqual([9]);
  expect(rowsBetween(0, 500, 300, 0)).toEqual([]);
});

test('arrows lead along rows and columns and stop at the edges', () => {
  expect(posterAfterKey('ArrowRight', 3, 4, 10)).toBe(4);
  expect(posterAfterKey('ArrowLeft', 0, 4, 10)).toBe(0);
  expect(posterAfterKey('ArrowDown', 1, 4, 10)).toBe(5);
  expect(posterAfterKey('ArrowDown', 7, 4, 10)).toBe(9);
  expect(posterAfterKey('ArrowDown', 9, 4, 10)).toBe(9);
  expect(posterAfterKey('ArrowUp', 2, 4, 10)).toBe(2);
  expect(posterAfterKey('End', 2, 4, 10)).toBe(9);
  expect(posterAfterKey('Enter', 2, 4, 10)).toBeNull();
});
