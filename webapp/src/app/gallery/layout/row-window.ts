import type { Stretch } from '../images/image-window';
import type { PlacedRow } from './grid-layout';

/** Where `index` stands among the boxes of all rows: its row's number, or -1. */
export function rowOfIndex(rows: readonly PlacedRow[], index: number): number {
  const row = firstRow(rows, (candidate) => candidate.boxes.at(-1)!.index >= index);
  return row < rows.length && rows[row]!.boxes[0]!.index <= index ? row : -1;
}

/** The rows that touch the stretch from `top` to `bottom`, in CSS pixels from the top of the grid. */
export function rowsBetween(rows: readonly PlacedRow[], top: number, bottom: number): PlacedRow[] {
  const start = firstRow(rows, (row) => row.top + row.height > top);
  const end = firstRow(rows, (row) => row.top >= bottom);
  return rows.slice(start, Math.max(start, end));
}

/** The images of rows that follow each other. */
export function stretchOf(rows: readonly PlacedRow[]): Stretch {
  return { first: rows[0]?.boxes[0]?.index ?? 0, last: rows.at(-1)?.boxes.at(-1)?.index ?? 0 };
}

/** The box of a row that lies nearest above or below a horizontal place, in CSS pixels. */
export function indexNearest(row: PlacedRow, place: number): number {
  const distance = (box: { left: number; width: number }) => Math.abs(box.left + box.width / 2 - place);
  return row.boxes.reduce((nearest, box) => (distance(box) < distance(nearest) ? box : nearest)).index;
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
