import { type Month, yearOf } from './month';

export interface YearTick {
  year: number;
  /** Per cent of the way down. */
  place: number;
  /** Whether there is room to name it. */
  isNamed: boolean;
}

/** What a name needs, in per cent of the way down. */
const NAME_PERCENT = 4;

/** Where each year begins; every month with images takes as much of the way as another. */
export function yearTicks(months: readonly Month[]): YearTick[] {
  const ticks: YearTick[] = [];
  let lastNamed = Number.NEGATIVE_INFINITY;
  months.forEach((month, index) => {
    const year = yearOf(month);
    if (ticks.at(-1)?.year === year) return;
    const place = placeOf(index, months.length);
    const isNamed = place - lastNamed >= NAME_PERCENT;
    if (isNamed) lastNamed = place;
    ticks.push({ year, place, isNamed });
  });
  return ticks;
}

/** The middle of a month's part of the way down, in per cent. */
export function placeOf(index: number, count: number): number {
  return ((index + 0.5) / count) * 100;
}
