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
export function dayLabel(latest: Date, earliest: Date, now: Date, locale = 'en'): string {
  if (latest.getTime() === daysBefore(now, 0).getTime()) return 'Today';
  if (latest.getTime() === daysBefore(now, 1).getTime()) return 'Yesterday';
  const { weekday, day, dayOfYear } = formatsOf(locale);
  // Several days stand under their month, which tells the year.
  if (latest.getTime() !== earliest.getTime()) return day.formatRange(earliest, latest);
  return (latest.getFullYear() === now.getFullYear() ? weekday : dayOfYear).format(latest);
}

/** `May 2024`. */
export function monthLabel(date: Date, locale = 'en'): string {
  return formatsOf(locale).month.format(date);
}

function daysBefore(now: Date, days: number): Date {
  return beginningOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}

/** A format takes a thousand times as long to make as to use. */
const formats = new Map<string, ReturnType<typeof makeFormats>>();

function formatsOf(locale: string) {
  const known = formats.get(locale) ?? makeFormats(locale);
  formats.set(locale, known);
  return known;
}

function makeFormats(locale: string) {
  const day = { month: 'short', day: 'numeric' } as const;
  return {
    day: new Intl.DateTimeFormat(locale, day),
    weekday: new Intl.DateTimeFormat(locale, { ...day, weekday: 'short' }),
    dayOfYear: new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }),
    month: new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long' }),
  };
}
