import { darkerOf } from '../palettes';
import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, polygon, rectangle } from '../shapes';

const SLAT = 13;

/** Somebody with a hat, seen through a blind. */
export const blinds: Composition = (palette, random) => {
  const { ground, ink, accents } = palette;
  const [first, second, third] = accents;
  const dark = darkerOf(palette);
  const x = random.between(76, 124);
  const lean = random.pick([-1, 1]);
  const slats = Array.from({ length: 15 }, (_, slat) => rectangle(0, slat * SLAT, WIDTH, 5.5));
  const coat = polygon([
    [x - 17, 116],
    [x + 17, 116],
    [x + 66, 148],
    [x + 78, PICTURE_BOTTOM],
    [x - 78, PICTURE_BOTTOM],
    [x - 66, 148],
  ]);
  const hat = polygon([
    [x - 58, 76 + lean * 6],
    [x - 34, 66 + lean * 3],
    [x - 27, 32],
    [x + 22, 30],
    [x + 33, 66 - lean * 3],
    [x + 58, 76 - lean * 6],
    [x, 82],
  ]);
  return {
    shapes: [
      { d: rectangle(0, 0, WIDTH, PICTURE_BOTTOM), fill: first },
      { d: circle(x - lean * 52, 66, random.between(24, 32)), fill: second },
      { d: circle(x, 88, 32) + coat + hat, fill: dark },
      { d: slats.join(''), fill: third },
      { d: rectangle(x - lean * 84, 0, 1.6, PICTURE_BOTTOM - 30), fill: ink },
      { d: rectangle(0, PICTURE_BOTTOM, WIDTH, 110), fill: ground },
    ],
    lettering: 'below',
    align: 'start',
  };
};
