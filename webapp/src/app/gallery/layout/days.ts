import type { Image } from '../../core/api/api-types';

/** Images of one day: that of their cameras' clocks, or of their arrival in the visitor's own time zone. */
export interface Day {
  /** Its beginning, in the visitor's own time zone. */
  date: Date;
  /** Of the first image, in the whole list. */
  firstIndex: number;
  images: Image[];
}

/** Groups a list that is ordered by when images were taken into its days. */
export function groupByDay(images: readonly Image[]): Day[] {
  const days: Day[] = [];
  images.forEach((image, index) => {
    const date = dayOf(image);
    if (days.at(-1)?.date.getTime() !== date.getTime()) days.push({ date, firstIndex: index, images: [] });
    days.at(-1)!.images.push(image);
  });
  return days;
}

/** What a camera wrote is not moved into the visitor's time zone. */
function dayOf({ takenAt, createdAt }: Image): Date {
  if (takenAt === null) return beginningOf(new Date(createdAt));
  const [year = 0, month = 1, day = 1] = takenAt.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day);
}

export function beginningOf(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate());
}
