import { locale, texts } from '../../core/language/texts';
import { once } from '../../shared/once';
import { beginningOf } from './days';

/** Whether a day is named by how long ago it was. */
export function isRecent(date: Date, now: Date): boolean {
  return date >= daysBefore(now, 1);
}

/**
 * `Today`, `Yesterday`, `Mon, Nov 2`, or `Nov 2, 2024` where the year is another one; of several days `Nov 2 – 5`.
 *
 * @param latest the beginning of a day, as is `earliest`
 */
export function dayLabel(latest: Date, earliest: Date, now: Date): string {
  if (latest.getTime() === daysBefore(now, 0).getTime()) return texts().gallery.today;
  if (latest.getTime() === daysBefore(now, 1).getTime()) return texts().gallery.yesterday;
  const { weekday, day, dayOfYear } = formatsOf(locale());
  // Several days stand under their month, which tells the year.
  if (latest.getTime() !== earliest.getTime()) return day().formatRange(earliest, latest);
  return (latest.getFullYear() === now.getFullYear() ? weekday() : dayOfYear()).format(latest);
}

/** `May 2024`. */
export function monthLabel(date: Date): string {
  return formatsOf(locale()).month().format(date);
}

/**
 * Makes the formats that most galleries begin with. The first one of a page takes a phone some 70 ms, which pass unseen
 * while the images are asked for.
 */
export function prepareDayLabels(): void {
  const { month, weekday } = formatsOf(locale());
  month();
  weekday();
}

function daysBefore(now: Date, days: number): Date {
  return beginningOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}

/** A format takes a thousand times as long to make as to use, so each is made once, and only where it is used. */
const formats = new Map<string, ReturnType<typeof makeFormats>>();

function formatsOf(code: string) {
  const known = formats.get(code) ?? makeFormats(code);
  formats.set(code, known);
  return known;
}

function makeFormats(code: string) {
  const day = { month: 'short', day: 'numeric' } as const;
  return {
    day: once(() => new Intl.DateTimeFormat(code, day)),
    weekday: once(() => new Intl.DateTimeFormat(code, { ...day, weekday: 'short' })),
    dayOfYear: once(() => new Intl.DateTimeFormat(code, { ...day, year: 'numeric' })),
    month: once(() => new Intl.DateTimeFormat(code, { year: 'numeric', month: 'long' })),
  };
}
