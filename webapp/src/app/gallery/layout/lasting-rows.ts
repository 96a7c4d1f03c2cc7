import type { Image } from '../../core/api/api-types';
import { justifiedRows, type Row, type RowOptions } from './justified-rows';
import { ratioOf } from './picture-ratio';

/** A row by its images, so that it can be found again in another list. */
interface KnownRow {
  imageIds: string[];
  ratios: number[];
  row: Row;
}

/** How many rows beside a change are laid out anew with it, so that all can be filled well. */
const EDGE_ROWS = 2;

/**
 * Rows that last while their list grows, shrinks and changes: only those beside a change become others. So nothing moves
 * in front of the visitor when images come or go above or below.
 */
export class LastingRows {
  #known = new Map<string, KnownRow>();
  #next = new Map<string, KnownRow>();

  /**
   * Begins a layout, in which only the rows of the one before are known.
   *
   * @param isSame whether it has the options of the one before; else no row is known
   */
  begin(isSame: boolean): void {
    this.#known = isSame ? this.#next : new Map();
    this.#next = new Map();
  }

  /** The rows of images that stand together, under one heading. */
  layOut(images: readonly Image[], options: RowOptions): Row[] {
    const ratios = images.map(ratioOf);
    const stretches = this.#stretchesOf(images, ratios);
    return stretches.flatMap(({ start, end, known }) => {
      const shown = ratios.slice(start, end);
      const rows = known ? [known] : justifiedRows(shown, options, end === images.length);
      return rows.map((row) => this.#keep(images, ratios, start, row));
    });
  }

  /** Known rows where nothing is new, and what lies between them. */
  #stretchesOf(images: readonly Image[], ratios: readonly number[]) {
    const stretches: { start: number; end: number; known: Row | null }[] = [];
    for (let start = 0; start < images.length; ) {
      const known = this.#knownAt(images, ratios, start);
      const end = start + (known?.boxes.length ?? 1);
      stretches.push({ start, end, known });
      start = end;
    }
    const isNear = stretches.map((_, number) =>
      stretches.slice(Math.max(0, number - EDGE_ROWS), number + EDGE_ROWS + 1).some(({ known }) => !known),
    );
    const joined: typeof stretches = [];
    stretches.forEach((stretch, number) => {
      const last = joined.at(-1);
      if (isNear[number] && last && !last.known) last.end = stretch.end;
      else joined.push(isNear[number] ? { ...stretch, known: null } : { ...stretch });
    });
    return joined;
  }

  #knownAt(images: readonly Image[], ratios: readonly number[], start: number): Row | null {
    const known = this.#known.get(images[start]!.id);
    const isSame = known?.imageIds.every(
      (id, place) => images[start + place]?.id === id && ratios[start + place] === known.ratios[place],
    );
    return known && isSame ? known.row : null;
  }

  /** @returns the row with its boxes counted in all images */
  #keep(images: readonly Image[], ratios: readonly number[], start: number, row: Row): Row {
    const first = start + row.boxes[0]!.index;
    const end = first + row.boxes.length;
    const zeroed = row.boxes.map((box, place) => ({ ...box, index: place }));
    this.#next.set(images[first]!.id, {
      imageIds: images.slice(first, end).map(({ id }) => id),
      ratios: ratios.slice(first, end),
      row: { ...row, boxes: zeroed },
    });
    return { ...row, boxes: row.boxes.map((box, place) => ({ ...box, index: first + place })) };
  }
}
