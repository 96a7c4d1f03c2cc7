import { expect, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { sectionsOf } from './sections';

const now = new Date(2026, 10, 23, 12);
const options = { width: 1000, targetHeight: 200 };
const full = 4;

/** As many images of each day; four fill a row. */
function taken(...days: [takenAt: string | null, count: number, createdAt?: string][]) {
  return days.flatMap(([takenAt, count, createdAt = now.toISOString()]) =>
    Array.from({ length: count }, (_, index) => testImage(index, { takenAt, createdAt })),
  );
}

const headings = (...days: Parameters<typeof taken>) =>
  sectionsOf(taken(...days), options, now).map(({ month, label, images }) => [month, label, images.length]);

test('days are named from today backwards, under their months', () => {
  expect(
    headings(
      ['2026-11-23T10:00:00', 1],
      ['2026-11-22T10:00:00', 1],
      ['2026-11-21T10:00:00', full],
      ['2026-10-31T10:00:00', full],
      ['2024-02-03T10:00:00', full],
    ),
  ).toEqual([
    ['November 2026', 'Today', 1],
    [null, 'Yesterday', 1],
    [null, 'Sat, Nov 21', full],
    ['October 2026', 'Sat, Oct 31', full],
    ['February 2024', 'Feb 3, 2024', full],
  ]);
});

test('days of few images share a section within their month', () => {
  const days = headings(
    ['2024-02-28T10:00:00', 1],
    ['2024-02-20T10:00:00', 2],
    ['2024-02-19T10:00:00', full],
    ['2024-02-01T10:00:00', 1],
    ['2024-01-31T10:00:00', 1],
  );
  expect(days.map(([month, , count]) => [month, count])).toEqual([
    ['February 2024', 3],
    [null, full],
    [null, 1],
    ['January 2024', 1],
  ]);
  expect(String(days[0]![1]).replaceAll('\u2009', ' ')).toBe('Feb 20 – 28');
});

test('what a camera wrote is not moved into the visitor’s time zone', () => {
  expect(headings(['2024-05-06T23:59:59-11:00', full], ['2024-05-06T00:00:00+14:00', full])).toEqual([
    ['May 2024', 'May 6, 2024', 2 * full],
  ]);
});

test('an image without a time of its own stands on the visitor’s day of its arrival', () => {
  expect(headings([null, 1, new Date(2026, 10, 22, 0, 1).toISOString()])).toEqual([
    ['November 2026', 'Yesterday', 1],
  ]);
});
