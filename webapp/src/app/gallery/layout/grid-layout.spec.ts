import { expect, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { groupByDay } from './days';
import { indexAfterKey } from './grid-keys';
import { createGridLayouter } from './grid-layout';
import { rowOfIndex, rowsBetween } from './row-window';

const now = new Date(2026, 10, 23, 12);
const daysAgo = (days: number) => new Date(2026, 10, 23 - days, 11).toISOString();
const images = Array.from({ length: 400 }, (_, index) =>
  testImage(1000 - index, {
    createdAt: daysAgo(Math.floor(index / 40)),
    width: 3000,
    height: 2000 + (index % 5) * 400,
  }),
);
const options = { width: 1000, targetHeight: 200, isDated: true, headingHeight: 36 };
const layout = createGridLayouter()(images, options, now);

test('days are named from today backwards', () => {
  const labels = groupByDay(images, now).map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual(['Today', 'Yesterday', 'Sat, Nov 21']);
});

test('a day of another year says which', () => {
  const [day] = groupByDay([testImage(1, { createdAt: new Date(2024, 1, 3).toISOString() })], now);
  expect(day!.label).toBe('Feb 3, 2024');
});

test('rows follow each other without overlapping', () => {
  layout.rows.reduce((above, row) => {
    expect(row.top).toBeGreaterThanOrEqual(above.top + above.height);
    return row;
  });
  const last = layout.rows.at(-1)!;
  expect(layout.height).toBeCloseTo(last.top + last.height);
});

test('without dates the images follow each other as if they had come at once', () => {
  const undated = createGridLayouter()(images, { ...options, isDated: false, headingHeight: 0 }, now);
  expect(undated.rows.every(({ heading }) => heading === null)).toBe(true);
  // Only the last row may stay short.
  const isFull = ({ boxes }: (typeof undated.rows)[number]) => boxes.at(-1)!.left + boxes.at(-1)!.width > 999;
  expect(undated.rows.slice(0, -1).every(isFull)).toBe(true);
});

test('each day has one heading, above its first row', () => {
  const headings = layout.rows.flatMap((row) => row.heading ?? []);
  expect(headings).toHaveLength(10);
  expect(layout.rows[0]!.top - headings[0]!.top).toBe(36);
});

test('the window holds all rows that touch it and no others', () => {
  const visible = rowsBetween(layout.rows, 1000, 1800);
  const expected = layout.rows.filter((row) => row.top + row.height > 1000 && row.top < 1800);
  expect(visible).toEqual(expected);
  expect(visible.length).toBeGreaterThan(2);
});

test('the row of every picture is found', () => {
  images.forEach((_, index) => {
    const row = layout.rows[rowOfIndex(layout.rows, index)]!;
    expect(row.boxes.some((box) => box.index === index)).toBe(true);
  });
  expect(rowOfIndex(layout.rows, 400)).toBe(-1);
});

test('arrows up and down lead to the picture above and below', () => {
  const below = indexAfterKey('ArrowDown', 0, layout.rows)!;
  expect(rowOfIndex(layout.rows, below)).toBe(1);
  expect(indexAfterKey('ArrowUp', below, layout.rows)).toBe(0);
});

test('arrows stop at the ends, and other keys lead nowhere', () => {
  expect(indexAfterKey('ArrowLeft', 0, layout.rows)).toBe(0);
  expect(indexAfterKey('ArrowRight', 399, layout.rows)).toBe(399);
  expect(indexAfterKey('End', 0, layout.rows)).toBe(399);
  expect(indexAfterKey('Enter', 0, layout.rows)).toBeNull();
});

test('an image that arrives at the top lays out the rest as if from scratch', () => {
  const layOut = createGridLayouter();
  layOut(images.slice(1), options, now);
  expect(layOut(images, options, now)).toEqual(layout);
});

test('a tower and a panorama take no more room than others', () => {
  const sizes = [
    { width: 400, height: 4000 },
    { width: 4000, height: 400 },
    { width: 400, height: 4000 },
  ];
  const extremes = sizes.map((size, index) => testImage(index, size));
  const { rows } = createGridLayouter()(extremes, options, now);
  for (const { height } of rows) expect(height).toBeLessThan(2 * options.targetHeight);
});
