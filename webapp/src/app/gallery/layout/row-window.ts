import type { Stretch } from '../images/image-window';
import type { PlacedRow } from './grid-layout';

/** The row of the image of that number in the list: its own number, or -1. */
export function rowOfIndex(rows: readonly PlacedRow[], index: number): number {
  const row = firstRow(rows, (candidate) => lastOf(candidate) >= index);
  return row < rows.length && rows[row]!.first <= index ? row : -1;
}

/** The rows that touch the stretch from `top` to `bottom`, in CSS pixels from the top of the grid. */
export function rowsBetween(rows: readonly PlacedRow[], top: number, bottom: number): PlacedRow[] {
  const start = firstRow(rows, (row) => row.top + row.height > top);
  const end = firstRow(rows, (row) => row.top >= bottom);
  return rows.slice(start, Math.max(start, end));
}

/** The images of rows that follow each other. */
export function stretchOf(rows: readonly PlacedRow[]): Stretch {
  const end = rows.at(-1);
  return { first: rows[0]?.first ?? 0, last: end ? lastOf(end) : 0 };
}

/** The number of a row's last image in the list. */
function lastOf({ first, boxes }: PlacedRow): number {
  return first + boxes.length - 1;
}

/** The number of a row's image that lies nearest above or below a horizontal place, in CSS pixels. */
export function indexNearest({ first, boxes }: PlacedRow, place: number): number {
  const distances = boxes.map(({ left, width }) => Math.abs(left + width / 2 - place));
  return first + distances.indexOf(Math.min(...distances));
}

/** Number of the first row for which a condition holds that, once true, stays true; else the count of rows. */
function firstRow(rows: readonly PlacedRow[], holds: (row: PlacedRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(rows[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
