export const GAP_PX = 4;

/** A picture's place in its row. */
export interface Box {
  left: number;
  width: number;
}

/** Heights, widths and places are in CSS pixels. */
export interface Row {
  /** Which picture its first box is of, counted in all that were laid out together. */
  first: number;
  height: number;
  boxes: Box[];
}

export interface RowOptions {
  width: number;
  targetHeight: number;
}

/** The best way to lay out the pictures up to one: where its last row begins, and what all its rows cost. */
interface Way {
  start: number;
  cost: number;
}

/**
 * Rows from edge to edge, in the order given, with heights that together are as near to the target as they can be: the
 * way in which Knuth and Plass break a paragraph into lines. So a stretch from within a longer list fills its rows too.
 *
 * @param ratios width divided by height of every picture
 * @param options width to fill and height to aim for, in CSS pixels
 * @param mayEndShort whether the last row may stay short of the edge
 */
export function justifiedRows(ratios: readonly number[], options: RowOptions, mayEndShort = true): Row[] {
  const ways: Way[] = [{ start: 0, cost: 0 }];
  for (let end = 1; end <= ratios.length; end++) {
    let best: Way = { start: end - 1, cost: Number.POSITIVE_INFINITY };
    for (let start = end - 1, sum = 0; start >= 0; start--) {
      sum += ratios[start]!;
      const height = heightOf(sum, end - start, options);
      if (start < end - 1 && height < options.targetHeight / 2) break;
      const isShort = mayEndShort && end === ratios.length && height > options.targetHeight;
      const cost = ways[start]!.cost + (isShort ? 0 : Math.log(height / options.targetHeight) ** 2);
      if (cost < best.cost) best = { start, cost };
    }
    ways.push(best);
  }
  const rows: Row[] = [];
  for (let end = ratios.length; end > 0; end = ways[end]!.start) {
    const isShort = mayEndShort && end === ratios.length;
    rows.unshift(rowOf(ratios, ways[end]!.start, end, options, isShort));
  }
  return rows;
}

function heightOf(ratioSum: number, count: number, { width }: RowOptions): number {
  return Math.max(1, (width - GAP_PX * (count - 1)) / ratioSum);
}

function rowOf(
  ratios: readonly number[],
  start: number,
  end: number,
  options: RowOptions,
  mayBeShort: boolean,
): Row {
  const shown = ratios.slice(start, end);
  const full = heightOf(
    shown.reduce((sum, ratio) => sum + ratio, 0),
    shown.length,
    options,
  );
  const height = mayBeShort ? Math.min(full, options.targetHeight) : full;
  let right = -GAP_PX;
  const boxes = shown.map((ratio) => {
    const left = right + GAP_PX;
    right = left + height * ratio;
    return { left: Math.round(left), width: Math.round(right) - Math.round(left) };
  });
  return { first: start, height: Math.round(height), boxes };
}
