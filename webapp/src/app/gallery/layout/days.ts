import type { Image } from '../../core/api/api-types';
import { locale, texts } from '../../core/language/texts';

/** Images that arrived on one day, in the visitor's own time zone. */
export interface Day {
  /** `2026-11-23`. */
  key: string;
  label: string;
  /** Of the first image, in the whole list. */
  firstIndex: number;
  images: Image[];
}

/** Groups a list that is ordered by arrival into its days. */
export function groupByDay(images: readonly Image[], now: Date): Day[] {
  const days: Day[] = [];
  images.forEach((image, index) => {
    const date = new Date(image.createdAt);
    const key = dayKey(date);
    if (days.at(-1)?.key !== key) {
      days.push({ key, label: dayLabel(date, now), firstIndex: index, images: [] });
    }
    days.at(-1)!.images.push(image);
  });
  return days;
}

/** `Today`, `Yesterday`, `Mon, Nov 2`, and with the year where it is another one. */
export function dayLabel(date: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayKey(date) === dayKey(now)) return texts().gallery.today;
  if (dayKey(date) === dayKey(yesterday)) return texts().gallery.yesterday;
  const isThisYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString(
    locale(),
    isThisYear
      ? { weekday: 'short', month: 'short', day: 'numeric' }
      : { year: 'numeric', month: 'short', day: 'numeric' },
  );
}

function dayKey(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}
