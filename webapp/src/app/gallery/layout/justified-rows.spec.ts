import { expect, test } from '@jest/globals';
import { GAP_PX, justifiedRows } from './justified-rows';

const options = { width: 1000, targetHeight: 200 };
const ratios = Array.from({ length: 1000 }, (_, index) => 0.6 + ((index * 7) % 13) / 10);

test('every picture gets one box, in order', () => {
  const indexes = justifiedRows(ratios, options).flatMap((row) => row.boxes.map(({ index }) => index));
  expect(indexes).toEqual(ratios.map((_, index) => index));
});

test('every row but the last is filled from edge to edge', () => {
  for (const row of justifiedRows(ratios, options).slice(0, -1)) {
    const last = row.boxes.at(-1)!;
    const gaps = GAP_PX * (row.boxes.length - 1);
    const widths = row.boxes.reduce((sum, box) => sum + box.width, 0);
    expect(Math.abs(last.left + last.width - 1000)).toBeLessThan(1);
    expect(Math.abs(widths + gaps - 1000)).toBeLessThan(row.boxes.length);
  }
});

test('pictures keep their shape', () => {
  for (const { height, boxes } of justifiedRows(ratios, options)) {
    for (const box of boxes) expect(Math.abs(box.width / height - ratios[box.index]!)).toBeLessThan(0.1);
  }
});

test('a longer list keeps the full rows of the shorter one', () => {
  const before = justifiedRows(ratios.slice(0, 300), options);
  const after = justifiedRows(ratios, options, before);
  expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  expect(after.flatMap((row) => row.boxes)).toHaveLength(1000);
});

test('a panorama wider than the page still has its row', () => {
  const rows = justifiedRows([12, 1, 1], options);
  expect(rows[0]!.boxes).toHaveLength(1);
  expect(rows.flatMap((row) => row.boxes)).toHaveLength(3);
});

test('no pictures make no rows', () => {
  expect(justifiedRows([], options)).toEqual([]);
});
