import type { Image } from '../../core/api/api-types';
import { type Box, justifiedRows, type Row, type RowOptions } from './justified-rows';
import { ratioOf } from './picture-ratio';

/** A row by its images, so that it can be found again in another list. */
interface KnownRow {
  imageIds: string[];
  ratios: number[];
  height: number;
  boxes: Box[];
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
      if (known) return this.#keep(known, start);
      const rows = justifiedRows(ratios.slice(start, end), options, end === images.length);
      return rows.map(({ first, height, boxes }) => {
        const rowStart = start + first;
        const rowEnd = rowStart + boxes.length;
        const imageIds = images.slice(rowStart, rowEnd).map(({ id }) => id);
        return this.#keep({ imageIds, ratios: ratios.slice(rowStart, rowEnd), height, boxes }, rowStart);
      });
    });
  }

  /** Known rows where nothing is new, and what lies between them. */
  #stretchesOf(images: readonly Image[], ratios: readonly number[]) {
    const stretches: { start: number; end: number; known: KnownRow | null }[] = [];
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
    stretches.forEach(({ start, end, known }, number) => {
      const last = joined.at(-1);
      if (isNear[number] && last && !last.known) last.end = end;
      else joined.push({ start, end, known: isNear[number] ? null : known });
    });
    return joined;
  }

  #knownAt(images: readonly Image[], ratios: readonly number[], start: number): KnownRow | null {
    const known = this.#known.get(images[start]!.id);
    const isSame = known?.imageIds.every(
      (id, place) => images[start + place]?.id === id && ratios[start + place] === known.ratios[place],
    );
    return known && isSame ? known : null;
  }

  #keep(row: KnownRow, first: number): Row {
    this.#next.set(row.imageIds[0]!, row);
    return { first, height: row.height, boxes: row.boxes };
  }
}
