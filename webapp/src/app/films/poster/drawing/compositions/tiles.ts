import { type Composition, PICTURE_BOTTOM } from '../scene';
import { rectangle, tenth } from '../shapes';

const SIDE = 50;
const ROWS = 4;
const TOP = PICTURE_BOTTOM - ROWS * SIDE;

/** Quarter circles in a square pattern. */
export const tiles: Composition = ({ ground, ink, accents }, random) => {
  const colours = [...accents, ink];
  const shapes = Array.from({ length: ROWS * 4 }, (_, tile) => {
    const x = (tile % 4) * SIDE;
    const y = TOP + Math.floor(tile / 4) * SIDE;
    const back = random.pick([ground, ground, ...accents]);
    const front = random.pick(colours.filter((colour) => colour !== back));
    return [
      { d: rectangle(x, y, SIDE + 0.2, SIDE + 0.2), fill: back },
      { d: quarter(x, y, random.pick([0, 1, 2, 3])), fill: front },
    ];
  });
  return { shapes: shapes.flat(), lettering: 'below', align: 'start' };
};

/** A quarter of a disc around one of a tile's corners, numbered clockwise. */
function quarter(x: number, y: number, corner: number): string {
  const left = x;
  const right = x + SIDE;
  const bottom = y + SIDE;
  const [centre, from, to] = (
    [
      [
        [left, y],
        [right, y],
        [left, bottom],
      ],
      [
        [right, y],
        [right, bottom],
        [left, y],
      ],
      [
        [right, bottom],
        [left, bottom],
        [right, y],
      ],
      [
        [left, bottom],
        [left, y],
        [right, bottom],
      ],
    ] as const
  )[corner]!;
  const at = ([px, py]: readonly [number, number]) => `${tenth(px)} ${tenth(py)}`;
  return `M${at(centre)}L${at(from)}A${SIDE} ${SIDE} 0 0 1 ${at(to)}Z`;
}
