import { expect, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { endOfMonthMs, monthOf, monthsOf, nameOfMonth, spanInMonths, withMonth } from './month';
import { yearTicks } from './year-ticks';

const MONTHS = monthsOf([
  { year: 2024, months: [5, 1] },
  { year: 2019, months: [12] },
]);

test('months are those of the API, the latest first', () => {
  expect(MONTHS).toEqual(['2024-05', '2024-01', '2019-12']);
  expect(spanInMonths(MONTHS)).toBe(54);
  expect(spanInMonths([])).toBe(0);
});

test('an image’s month is that of its camera’s clock', () => {
  expect(monthOf(testImage(1, { takenAt: '2023-12-31T23:59:59-08:00' }))).toBe('2023-12');
});

test('a new month takes its place, and a known one none', () => {
  expect(withMonth(MONTHS, '2022-02')).toEqual(['2024-05', '2024-01', '2022-02', '2019-12']);
  expect(withMonth(MONTHS, '2024-01')).toBe(MONTHS);
});

test('a month ends a moment before the next begins', () => {
  expect(new Date(endOfMonthMs('2019-12')).toISOString()).toBe('2019-12-31T23:59:59.999Z');
  expect(nameOfMonth('2019-12')).toBe('December 2019');
});

test('every year has a line, and a name where there is room', () => {
  const many = monthsOf(Array.from({ length: 100 }, (_, index) => ({ year: 2026 - index, months: [1] })));
  const ticks = yearTicks(many);
  expect(ticks).toHaveLength(100);
  const named = ticks.filter(({ isNamed }) => isNamed).map(({ place }) => place);
  expect(named.length).toBeLessThan(30);
  const distances = named.slice(1).map((place, index) => place - named[index]!);
  expect(Math.min(...distances)).toBeGreaterThanOrEqual(4);
});
