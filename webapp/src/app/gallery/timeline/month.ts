import type { Image, Year } from '../../core/api/api-types';
import { takenAtMs } from '../images/taken-order';
import { monthLabel } from '../layout/day-labels';

/** `2024-05`. */
export type Month = string;

export function monthOf(image: Image): Month {
  return new Date(takenAtMs(image)).toISOString().slice(0, 7);
}

/** `May 2024`. */
export function nameOfMonth(month: Month): string {
  return monthLabel(new Date(yearOf(month), Number(month.slice(5)) - 1));
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

/** Its last moment, in milliseconds since 1970. */
export function endOfMonthMs(month: Month): number {
  return Date.UTC(yearOf(month), Number(month.slice(5))) - 1;
}

/** The latest first, as the API has them. */
export function monthsOf(years: readonly Year[]): Month[] {
  return years.flatMap(({ year, months }) =>
    months.map((month) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`),
  );
}

/** Adds a month at its place, the latest first. */
export function withMonth(months: readonly Month[], month: Month): readonly Month[] {
  return months.includes(month) ? months : [...months, month].sort().reverse();
}

/** Months from the first to the last, both included. */
export function spanInMonths(months: readonly Month[]): number {
  const [latest, earliest] = [months[0], months.at(-1)];
  if (!latest || !earliest) return 0;
  return 12 * (yearOf(latest) - yearOf(earliest)) + Number(latest.slice(5)) - Number(earliest.slice(5)) + 1;
}
