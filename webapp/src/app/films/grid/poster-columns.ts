/** How posters stand: all are of one size, so every place can be computed. CSS pixels. */
export interface PosterColumns {
  columns: number;
  tileWidth: number;
  /** From the top of one row to the top of the next. */
  rowHeight: number;
  gap: number;
}

/** Two lines of words below a poster, and the air to the next row. */
const CAPTION_PX = 52;
const NARROW_PX = 600;

/** @param width of the whole grid */
export function posterColumns(width: number): PosterColumns {
  const isNarrow = width < NARROW_PX;
  const gap = isNarrow ? 12 : 24;
  // Wide windows get larger posters, not only more of them.
  const wanted = isNarrow ? 160 : 156 + width * 0.028;
  const columns = Math.max(2, Math.round((width + gap) / (wanted + gap)));
  const tileWidth = Math.max(1, (width - (columns - 1) * gap) / columns);
  return { columns, tileWidth, gap, rowHeight: tileWidth * 1.5 + CAPTION_PX + (isNarrow ? 12 : 20) };
}

/** The numbers of the rows that touch the stretch from `top` to `bottom`. */
export function rowsBetween(top: number, bottom: number, rowHeight: number, rowCount: number): number[] {
  const first = Math.max(0, Math.floor(top / rowHeight));
  const end = Math.min(rowCount, Math.ceil(bottom / rowHeight));
  return Array.from({ length: Math.max(0, end - first) }, (_, row) => first + row);
}

/** Where an arrow, Home or End leads from a poster, or null for any other key. */
export function posterAfterKey(key: string, index: number, columns: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return index < columns ? index : index - columns;
    case 'ArrowDown':
      // From above a gap at the end of the last row to its last poster.
      return isLastRow(index, columns, last) ? index : Math.min(last, index + columns);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function isLastRow(index: number, columns: number, last: number): boolean {
  return Math.floor(index / columns) === Math.floor(last / columns);
}
