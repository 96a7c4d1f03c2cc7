import { expect, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { indexAfterKey } from './grid-keys';
import { createGridLayouter, type GridLayout } from './grid-layout';
import { rowOfIndex, rowsBetween } from './row-window';

const now = new Date(2026, 10, 23, 12);
const DAY_MS = 86_400_000;
const images = Array.from({ length: 400 }, (_, index) =>
  testImage(1000 - index, {
    takenAt: new Date(Date.UTC(2026, 10, 23, 11) - Math.floor(index / 40) * DAY_MS)
      .toISOString()
      .slice(0, 19),
    width: 3000,
    height: 2000 + (index % 5) * 400,
  }),
);
const options = { width: 1000, targetHeight: 200, isDated: true, headingHeight: 36, monthHeight: 36 };
const layout = createGridLayouter()(images, options, now);

/** Where each image is, by its id. */
function places(layout: GridLayout, shown: readonly { id: string }[]) {
  return new Map(
    layout.rows.flatMap(({ first, top, height, boxes }) =>
      boxes.map(
        ({ left, width }, place) => [shown[first + place]!.id, { top, height, left, width }] as const,
      ),
    ),
  );
}

test('rows follow each other without overlapping', () => {
  layout.rows.reduce((above, row) => {
    expect(row.top).toBeGreaterThanOrEqual(above.top + above.height);
    return row;
  });
  const last = layout.rows.at(-1)!;
  expect(layout.height).toBeCloseTo(last.top + last.height);
});

test('without dates the images follow each other as if they had come at once', () => {
  const undated = createGridLayouter()(images, { ...options, isDated: false }, now);
  expect(undated.rows.every(({ heading }) => heading === null)).toBe(true);
  // Only the last row may stay short.
  const isFull = ({ boxes }: (typeof undated.rows)[number]) => boxes.at(-1)!.left + boxes.at(-1)!.width > 999;
  expect(undated.rows.slice(0, -1).every(isFull)).toBe(true);
});

test('each day has one heading above its first row, and a month room for its name', () => {
  const headings = layout.rows.flatMap((row) => row.heading ?? []);
  expect(headings).toHaveLength(10);
  expect(layout.rows[0]!.top - headings[0]!.top).toBe(72);
  expect(layout.rows.filter(({ heading }) => heading).map(({ top, heading }) => top - heading!.top)[1]).toBe(
    36,
  );
});

test('the window holds all rows that touch it and no others', () => {
  const visible = rowsBetween(layout.rows, 1000, 1800);
  const expected = layout.rows.filter((row) => row.top + row.height > 1000 && row.top < 1800);
  expect(visible).toEqual(expected);
  expect(visible.length).toBeGreaterThan(2);
});

test('the row of every picture is found', () => {
  images.forEach((_, index) => {
    const { first, boxes } = layout.rows[rowOfIndex(layout.rows, index)]!;
    expect(index).toBeGreaterThanOrEqual(first);
    expect(index).toBeLessThan(first + boxes.length);
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

test.each([
  ['end in the middle of a day', [130, 230]],
  ['end with whole days', [120, 240]],
  ['begin and end with a single image of a day', [119, 241]],
] as const)(
  'images added at both ends move nothing of what is in the window: pages that %s',
  (_name, [start, end]) => {
    const layOut = createGridLayouter();
    const shown = images.slice(start, end);
    const viewTop = 51_000;
    const before = places(layOut(shown, options, now, { viewTop: 0, hasEarlier: true }), shown);
    const longer = layOut(images.slice(20, 380), options, now, { viewTop, hasEarlier: true });
    const after = places(longer, images.slice(20, 380));
    const inSight = [...before].filter(([, { top }]) => top > viewTop - 400 && top < viewTop + 400);
    expect(inSight.length).toBeGreaterThan(10);
    for (const [id, place] of inSight) expect(after.get(id)).toEqual(place);
    expect(longer.moved).toBe(0);

    const shorter = layOut(shown, options, now, { viewTop, hasEarlier: true });
    const again = places(shorter, shown);
    for (const [id, place] of inSight) expect(again.get(id)).toEqual(place);
    expect(shorter.moved).toBe(0);
  },
);

test('where the list begins, its first row moves to the top, and it is said how far all has moved', () => {
  const layOut = createGridLayouter();
  const first = layOut(images.slice(100), options, now, { viewTop: 0, hasEarlier: true });
  const viewTop = first.rows[3]!.top;
  const inSight = images[100 + first.rows[3]!.first]!.id;
  const all = layOut(images, options, now, { viewTop, hasEarlier: false });
  expect(all.rows[0]!.top).toBe(72);
  expect(places(all, images).get(inSight)!.top - viewTop).toBe(all.moved);
});

test('images added above until no room is left there make new room', () => {
  const layOut = createGridLayouter();
  const many = Array.from({ length: 2000 }, (_, index) => testImage(5000 - index));
  let shown = many.slice(-20);
  let { rows } = layOut(shown, options, now, { viewTop: 0, hasEarlier: true });
  let moved = 0;
  for (let start = 1900; start >= 0; start -= 100) {
    shown = many.slice(start, start + 120);
    const next = layOut(shown, options, now, { viewTop: rows[0]!.top, hasEarlier: true });
    rows = next.rows;
    moved += next.moved!;
    expect(rows[0]!.top).toBeGreaterThanOrEqual(0);
  }
  expect(moved).toBeGreaterThan(0);
});

test('a list that has nothing of the one before is another place', () => {
  const layOut = createGridLayouter();
  layOut(images.slice(0, 100), options, now);
  expect(layOut(images.slice(200), options, now, { viewTop: 900, hasEarlier: true }).moved).toBeNull();
});

test('an image that arrives at the top of the page pushes the others down', () => {
  const layOut = createGridLayouter();
  layOut(images.slice(1), options, now);
  const { rows, moved } = layOut(images, options, now, { viewTop: -72, hasEarlier: false });
  expect([moved, rows[0]!.first]).toEqual([0, 0]);
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
