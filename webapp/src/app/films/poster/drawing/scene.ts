import type { Box } from '../lettering/fit-text';
import type { Palette } from './palettes';
import type { Random } from './random';

/** A poster is drawn on 200 by 300 units. */
export const WIDTH = 200;
export const HEIGHT = 300;

/** One flat area; `d` as in an SVG path. */
export interface Shape {
  d: string;
  fill: string;
}

/** Where the words stand: below the picture, or over it. They are set in ink on bare ground. */
export type Lettering = 'above' | 'below';

export interface Scene {
  /** From back to front. They leave the box of the title free. */
  shapes: Shape[];
  lettering: Lettering;
  align: 'start' | 'middle';
}

/** Draws a scene in a palette, differently for each film by its random numbers. */
export type Composition = (palette: Palette, random: Random) => Scene;

/** Pictures over their title end here. */
export const PICTURE_BOTTOM = 196;
/** Pictures under their title begin here. */
export const PICTURE_TOP = 124;

export const TITLE_BOXES: Record<Lettering, Box> = {
  above: { x: 14, y: 30, width: 172, height: 80 },
  below: { x: 14, y: 206, width: 172, height: 66 },
};
