import { expect, test } from '@jest/globals';
import { GAP_PX, justifiedRows, type Row } from './justified-rows';

const options = { width: 1000, targetHeight: 200 };
const ratios = Array.from({ length: 1000 }, (_, index) => 0.6 + ((index * 7) % 13) / 10);

function expectFilled({ boxes }: Row): void {
  const last = boxes.at(-1)!;
  const gaps = GAP_PX * (boxes.length - 1);
  const widths = boxes.reduce((sum, box) => sum + box.width, 0);
  expect(last.left + last.width).toBe(1000);
  expect(widths + gaps).toBe(1000);
}

test('every picture gets one box, in order', () => {
  const indexes = justifiedRows(ratios, options).flatMap(({ first, boxes }) =>
    boxes.map((_, place) => first + place),
  );
  expect(indexes).toEqual(ratios.map((_, index) => index));
});

test('every row but the last is filled from edge to edge, at nearly the height aimed for', () => {
  for (const row of justifiedRows(ratios, options).slice(0, -1)) {
    expectFilled(row);
    expect(row.height / 200).toBeGreaterThan(0.75);
    expect(row.height / 200).toBeLessThan(1.35);
  }
});

test('where more follows, the last row is filled too, without becoming much higher', () => {
  for (const count of [10, 11, 12, 13, 14, 15, 16]) {
    const rows = justifiedRows(ratios.slice(0, count), options, false);
    for (const row of rows) {
      expectFilled(row);
      expect(row.height / 200).toBeLessThan(1.6);
    }
  }
});

test('a last row that would have to grow stays short', () => {
  const last = justifiedRows([1.5, 1.5], options).at(-1)!;
  expect([last.height, last.boxes.at(-1)!.left + last.boxes.at(-1)!.width]).toEqual([200, 604]);
});

test('pictures keep their shape', () => {
  for (const { first, height, boxes } of justifiedRows(ratios, options)) {
    boxes.forEach(({ width }, place) => {
      expect(Math.abs(width / height - ratios[first + place]!)).toBeLessThan(0.1);
    });
  }
});

test('a panorama wider than the page still has its row', () => {
  const rows = justifiedRows([12, 1, 1], options);
  expect(rows[0]!.boxes).toHaveLength(1);
  expect(rows.flatMap((row) => row.boxes)).toHaveLength(3);
});

test('no pictures make no rows', () => {
  expect(justifiedRows([], options)).toEqual([]);
});
