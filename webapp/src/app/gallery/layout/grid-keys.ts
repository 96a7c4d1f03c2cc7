import type { PlacedRow } from './grid-layout';
import { indexNearest, rowOfIndex, stretchOf } from './row-window';

/** Where an arrow, Home or End leads from the box of `index`, or null for any other key. */
export function indexAfterKey(key: string, index: number, rows: readonly PlacedRow[]): number | null {
  const { last } = stretchOf(rows);
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return inRow(rows, index, -1);
    case 'ArrowDown':
      return inRow(rows, index, 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function inRow(rows: readonly PlacedRow[], index: number, step: 1 | -1): number {
  const rowNumber = rowOfIndex(rows, index);
  const target = rows[rowNumber + step];
  const row = rows[rowNumber];
  const box = row?.boxes[index - row.first];
  return target && box ? indexNearest(target, box.left + box.width / 2) : index;
}
