import justifiedLayout from 'justified-layout';

export const GAP_PX = 4;

/** A picture's place in its row; `index` counts the pictures that were laid out together. */
export interface Box {
  index: number;
  left: number;
  width: number;
}

/** Heights, widths and places are in CSS pixels. */
export interface Row {
  height: number;
  boxes: Box[];
}

export interface RowOptions {
  width: number;
  targetHeight: number;
}

/** justified-layout copies all boxes for every row it completes, so it gets this many pictures at a time. */
const CHUNK = 200;

/** The last row may be short only because the pictures end, and then takes its height from the one before. */
const UNSETTLED_ROWS = 2;

/**
 * Rows of equal height, edge to edge, in the order given; the last may stay short.
 *
 * @param ratios width divided by height of every picture
 * @param options width to fill and height to aim for, in CSS pixels
 * @param previous rows of the same options for the first of these pictures, which are then kept
 */
export function justifiedRows(
  ratios: readonly number[],
  options: RowOptions,
  previous: readonly Row[] = [],
): Row[] {
  if (previous.at(-1)?.boxes.at(-1)?.index === ratios.length - 1) return [...previous];
  const rows = previous.slice(0, -UNSETTLED_ROWS);
  let done = rows.at(-1)?.boxes.at(-1)?.index ?? -1;
  while (done + 1 < ratios.length) {
    const start = done + 1;
    const laidOut = layOut(ratios.slice(start, start + CHUNK), start, options);
    const isLastChunk = start + CHUNK >= ratios.length;
    const isSettled = isLastChunk || laidOut.length <= UNSETTLED_ROWS;
    rows.push(...(isSettled ? laidOut : laidOut.slice(0, -UNSETTLED_ROWS)));
    done = rows.at(-1)!.boxes.at(-1)!.index;
  }
  return rows;
}

function layOut(ratios: number[], firstIndex: number, options: RowOptions): Row[] {
  const { boxes } = justifiedLayout(ratios, {
    containerWidth: options.width,
    containerPadding: 0,
    boxSpacing: GAP_PX,
    targetRowHeight: options.targetHeight,
  });
  const rows: Row[] = [];
  let top = -1;
  boxes.forEach((box, index) => {
    if (box.top !== top) rows.push({ height: box.height, boxes: [] });
    top = box.top;
    rows.at(-1)!.boxes.push({ index: firstIndex + index, left: box.left, width: box.width });
  });
  return rows;
}
