import { creditLine } from '../lettering/credit';
import { fitText, LINE_HEIGHT } from '../lettering/fit-text';
import { measureSerif } from '../lettering/letter-widths';
import { COMPOSITIONS } from './compositions';
import { PALETTES, type Palette } from './palettes';
import { createRandom, hashOf } from './random';
import { type Scene, type Shape, TITLE_BOXES, WIDTH } from './scene';

/** What a poster is drawn from. */
export interface PosterFilm {
  title: string;
  year: number;
  /** Their names. */
  directors: readonly string[];
}

export interface TextLine {
  text: string;
  /** Of its baseline. */
  y: number;
}

/** A drawn poster, on 200 by 300 units. */
export interface Drawing {
  ground: string;
  ink: string;
  shapes: readonly Shape[];
  anchor: Scene['align'];
  /** Where lines begin or, by `anchor`, have their middle. */
  x: number;
  title: { size: number; lines: readonly TextLine[] };
  credit: TextLine;
}

const LARGEST_TITLE = 64;
/** From the top of a line to its baseline, in type sizes: Fraunces' capitals are 0.7 high. */
const ASCENT = 0.78;
const CREDIT_Y = { above: 22, below: 287 };

/** The third accent is the quiet one, for what lies behind. */
const ACCENT_ORDERS = [
  [0, 1, 2],
  [1, 0, 2],
] as const;

/** Draws a film's poster, the same for the same film. Title and year choose composition and colours. */
export function drawPoster({ title, year, directors }: PosterFilm): Drawing {
  const random = createRandom(hashOf(`${title} ${year}`));
  const composition = random.pick(COMPOSITIONS);
  const palette = withAccents(random.pick(PALETTES), random.pick(ACCENT_ORDERS));
  const { shapes, lettering, align } = composition(palette, random);
  const box = TITLE_BOXES[lettering];
  const { lines, size } = fitText(title, box, LARGEST_TITLE, measureSerif);
  const blockHeight = lines.length * size * LINE_HEIGHT;
  // The title keeps to its small line: under it where both are above the picture, else standing on it.
  const top = lettering === 'above' ? box.y : box.y + box.height - blockHeight;
  return {
    ground: palette.ground,
    ink: palette.ink,
    shapes,
    anchor: align,
    x: align === 'start' ? box.x : WIDTH / 2,
    title: {
      size,
      lines: lines.map((text, line) => ({ text, y: top + size * (ASCENT + line * LINE_HEIGHT) })),
    },
    credit: { text: creditLine(year, directors), y: CREDIT_Y[lettering] },
  };
}

function withAccents(palette: Palette, [first, second, third]: (typeof ACCENT_ORDERS)[number]): Palette {
  const { accents } = palette;
  return { ...palette, accents: [accents[first], accents[second], accents[third]] };
}
