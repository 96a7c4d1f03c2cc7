import type { Image } from '../../core/api/api-types';
import { GAP_PX, type Row } from './justified-rows';
import { LastingRows } from './lasting-rows';
import { type Section, sectionsOf } from './sections';

/** One row of the page with its place from the top of the grid. Its images are counted in the whole list. */
export interface PlacedRow extends Row {
  top: number;
  /** On the first row of a section. */
  heading: Heading | null;
}

export interface Heading {
  label: string;
  /** On the first of a month. */
  month: string | null;
  top: number;
}

export interface GridLayout {
  rows: PlacedRow[];
  /** CSS pixels. */
  height: number;
  /** How far down the page what is in the window has moved, in CSS pixels; null where it is not there any more. */
  moved: number | null;
}

export interface GridOptions {
  /** CSS pixels that the rows fill. */
  width: number;
  targetHeight: number;
  /** Whether each day begins a row, under a heading. */
  isDated: boolean;
  /** CSS pixels above each section's first row; 0 where the headings stand in the margin. */
  headingHeight: number;
  /** As many more where a month begins. */
  monthHeight: number;
}

/** Where the visitor is. */
export interface Place {
  /** Top of the window, in CSS pixels from the top of the grid. */
  viewTop: number;
  /** Whether more images come before those of the list. */
  hasEarlier: boolean;
}

const SECTION_GAP_PX = 24;

/** Room above for images that come before the list, so that they can be added without moving what is below. */
const ROOM_PX = 50_000;

export type GridLayouter = (
  images: readonly Image[],
  options: GridOptions,
  now: Date,
  place?: Place,
) => GridLayout;

/** Lays out lists that change at both ends, leaving what is in the window where it is. */
export function createGridLayouter(): GridLayouter {
  const lasting = new LastingRows();
  let lastOptions = '';
  let last: { images: readonly Image[]; rows: PlacedRow[] } = { images: [], rows: [] };
  return (images, options, now, place = { viewTop: 0, hasEarlier: false }) => {
    lasting.begin(lastOptions === JSON.stringify(options));
    lastOptions = JSON.stringify(options);
    const sections = options.isDated ? sectionsOf(images, options, now) : undated(images);
    const fromZero = placeSections(sections, (section) => lasting.layOut(section.images, options), options);
    const { top, moved } = topOf(fromZero, images, last, place);
    const rows = top === 0 ? fromZero : fromZero.map((row) => lowered(row, top));
    last = { images, rows };
    const end = rows.at(-1);
    return { rows, height: end ? end.top + end.height : 0, moved };
  };
}

/** All images as if they had come on one day, which has no name. */
function undated(images: readonly Image[]): Section[] {
  return images.length === 0 ? [] : [{ label: '', month: null, firstIndex: 0, images }];
}

function placeSections(
  sections: Section[],
  rowsOf: (section: Section) => Row[],
  options: GridOptions,
): PlacedRow[] {
  const rows: PlacedRow[] = [];
  let top = 0;
  for (const section of sections) {
    const headingTop = top;
    top += options.headingHeight + (section.month === null ? 0 : options.monthHeight);
    rowsOf(section).forEach((row, index) => {
      const heading =
        index === 0 && options.isDated
          ? { label: section.label, month: section.month, top: headingTop }
          : null;
      const { height, boxes } = row;
      rows.push({ first: section.firstIndex + row.first, top, height, heading, boxes });
      top += height + GAP_PX;
    });
    top += SECTION_GAP_PX;
  }
  return rows;
}

function lowered({ first, top, height, heading, boxes }: PlacedRow, by: number): PlacedRow {
  return { first, top: top + by, height, heading: heading && { ...heading, top: heading.top + by }, boxes };
}

/** Where the first row goes so that what is in the window stays, and how far it has to move nevertheless. */
function topOf(
  rows: PlacedRow[],
  images: readonly Image[],
  last: { images: readonly Image[]; rows: PlacedRow[] },
  { viewTop, hasEarlier }: Place,
): { top: number; moved: number | null } {
  const isAtStart = !hasEarlier && viewTop <= 0;
  if (last.rows.length === 0 || isAtStart) return { top: hasEarlier ? ROOM_PX : 0, moved: 0 };
  const tops = new Map<string, number>();
  for (const { first, top, boxes } of rows)
    for (let place = 0; place < boxes.length; place++) tops.set(images[first + place]!.id, top);
  for (const row of last.rows) {
    const top = row.top + row.height > viewTop ? tops.get(last.images[row.first]!.id) : undefined;
    if (top === undefined) continue;
    const stays = row.top - top;
    const room = hasEarlier ? stays + Math.ceil(Math.max(0, -stays) / ROOM_PX) * ROOM_PX : 0;
    return { top: room, moved: room - stays };
  }
  return { top: hasEarlier ? ROOM_PX : 0, moved: null };
}
