import type { Image } from '../../core/api/api-types';
import type { PlacedRow } from './grid-layout';

/** An image with its place on the page; all in CSS pixels. */
export interface Tile {
  image: Image;
  /** In the whole list. */
  index: number;
  top: number;
  left: number;
  width: number;
  height: number;
  /** How wide the picture is drawn, also where its box crops it. */
  pictureWidth: number;
}

/** Flat, so that a picture which moves to another row keeps its element. */
export function tilesOf(rows: readonly PlacedRow[], images: readonly Image[]): Tile[] {
  return rows.flatMap(({ first, top, height, boxes }) =>
    boxes.map(({ left, width }, place) => {
      const index = first + place;
      const image = images[index]!;
      const wholeWidth = image.width && image.height ? (height * image.width) / image.height : 0;
      return { image, index, top, left, width, height, pictureWidth: Math.max(width, wholeWidth) };
    }),
  );
}
