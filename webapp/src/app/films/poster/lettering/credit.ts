import { measureCredit } from './letter-widths';

const SIZE = 8;
const WIDTH = 172;

/** The small line of a poster, `FRITZ LANG · 1927`: with surnames where names are too long, or without any. */
export function creditLine(year: number, directors: readonly string[]): string {
  const surnames = directors.map((name) => name.split(' ').at(-1)!);
  for (const names of [directors, surnames]) {
    if (names.length === 0) continue;
    const line = `${names.join(', ').toUpperCase()} · ${year}`;
    if (measureCredit(line) * SIZE <= WIDTH) return line;
  }
  return String(year);
}
