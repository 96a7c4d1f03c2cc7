import type { Image } from '../../core/api/api-types';
import { type Day, groupByDay } from './days';
import { type Box, GAP_PX, justifiedRows, type Row } from './justified-rows';

/** One row of the page with its place from the top of the grid. Box indexes count the whole list. */
export interface PlacedRow extends Row {
  top: number;
  /** On the first row of a day. */
  heading: { label: string; top: number } | null;
}

export interface GridLayout {
  rows: PlacedRow[];
  /** CSS pixels. */
  height: number;
}

export interface GridOptions {
  /** CSS pixels that the rows fill. */
  width: number;
  targetHeight: number;
  /** Whether each day begins a row, under a heading. */
  isDated: boolean;
  /** CSS pixels above each day's first row; 0 where the headings stand in the margin. */
  headingHeight: number;
}

const DAY_GAP_PX = 24;

/** What is shown of an image before its size is known. */
const UNKNOWN_RATIO = 4 / 3;
/** What is longer or taller is cropped in the grid, lest one picture fills the window or is a line. */
const MIN_RATIO = 1 / 2;
const MAX_RATIO = 4;

/** Lays out growing lists, keeping the rows that did not change since the last time. */
export function createGridLayouter(): (
  images: readonly Image[],
  options: GridOptions,
  now: Date,
) => GridLayout {
  let lastOptions = '';
  let lastDays = new Map<string, { ratios: number[]; rows: Row[] }>();
  return (images, options, now) => {
    if (lastOptions !== JSON.stringify(options)) lastDays.clear();
    lastOptions = JSON.stringify(options);
    const days = options.isDated ? groupByDay(images, now) : undated(images);
    const laidOut = new Map(
      days.map((day) => {
        const ratios = day.images.map(ratioOf);
        const last = lastDays.get(day.key);
        const isGrown = last?.ratios.every((ratio, index) => ratio === ratios[index]) ?? false;
        return [
          day.key,
          { ratios, rows: justifiedRows(ratios, options, isGrown ? last?.rows : []) },
        ] as const;
      }),
    );
    lastDays = laidOut;
    return placeDays(days, (day) => laidOut.get(day.key)!.rows, options);
  };
}

/** All images as if they had come on one day, which has no name. */
function undated(images: readonly Image[]): Day[] {
  return images.length === 0 ? [] : [{ key: '', label: '', firstIndex: 0, images: [...images] }];
}

function placeDays(days: Day[], rowsOf: (day: Day) => Row[], options: GridOptions): GridLayout {
  const rows: PlacedRow[] = [];
  let top = 0;
  for (const day of days) {
    const headingTop = top;
    top += options.headingHeight;
    rowsOf(day).forEach((row, index) => {
      const heading = index === 0 && options.isDated ? { label: day.label, top: headingTop } : null;
      rows.push({ top, height: row.height, heading, boxes: inWholeList(row.boxes, day.firstIndex) });
      top += row.height + GAP_PX;
    });
    top += DAY_GAP_PX;
  }
  return { rows, height: Math.max(0, top - DAY_GAP_PX - GAP_PX) };
}

function inWholeList(boxes: Box[], firstIndex: number): Box[] {
  return boxes.map((box) => ({ ...box, index: firstIndex + box.index }));
}

function ratioOf(image: Image): number {
  const ratio = image.width && image.height ? image.width / image.height : UNKNOWN_RATIO;
  return Math.min(MAX_RATIO, Math.max(MIN_RATIO, ratio));
}
