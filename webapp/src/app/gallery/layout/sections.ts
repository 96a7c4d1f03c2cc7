import type { Image } from '../../core/api/api-types';
import { dayLabel, isRecent, monthLabel } from './day-labels';
import { type Day, groupByDay } from './days';
import type { RowOptions } from './justified-rows';
import { ratioOf } from './picture-ratio';

/** Images that stand together under one heading. */
export interface Section {
  label: string;
  /** `May 2024`, on the first section of a month. */
  month: string | null;
  /** Of the first image, in the whole list. */
  firstIndex: number;
  images: readonly Image[];
}

/**
 * A section for each day; days with too few images for a row share one with their neighbours of the same month, lest the
 * page is full of holes.
 */
export function sectionsOf(images: readonly Image[], options: RowOptions, now: Date): Section[] {
  const groups: Day[][] = [];
  for (const day of groupByDay(images)) {
    const last = groups.at(-1)?.at(-1);
    const joins =
      last && isSameMonth(last, day) && isSparse(last, options, now) && isSparse(day, options, now);
    if (joins) groups.at(-1)!.push(day);
    else groups.push([day]);
  }
  return groups.map((days, number) => {
    const [latest, earliest] = [days[0]!, days.at(-1)!];
    const before = groups[number - 1]?.[0];
    return {
      label: dayLabel(latest.date, earliest.date, now),
      month: before && isSameMonth(before, latest) ? null : monthLabel(latest.date),
      firstIndex: latest.firstIndex,
      images: days.flatMap((day) => day.images),
    };
  });
}

function isSparse({ date, images }: Day, { width, targetHeight }: RowOptions, now: Date): boolean {
  const filled = images.reduce((sum, image) => sum + ratioOf(image) * targetHeight, 0);
  return filled < width && !isRecent(date, now);
}

function isSameMonth({ date }: Day, other: Day): boolean {
  return date.getMonth() === other.date.getMonth() && date.getFullYear() === other.date.getFullYear();
}
