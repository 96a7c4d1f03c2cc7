import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, figure, polygon, rectangle } from '../shapes';

/** What can be seen through a keyhole. */
export const keyhole: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const x = random.pick([62, 100, 138]);
  const stripes = Array.from({ length: 7 }, (_, stripe) => rectangle(stripe * 32 - 8, 0, 16, PICTURE_BOTTOM));
  const hole = (edge: number) =>
    circle(x, 74, 42 + edge) +
    polygon([
      [x - 18 - edge / 2, 100],
      [x + 18 + edge / 2, 100],
      [x + 40 + edge, 184 + edge],
      [x - 40 - edge, 184 + edge],
    ]);
  return {
    shapes: [
      { d: rectangle(0, 0, WIDTH, PICTURE_BOTTOM), fill: third },
      { d: random.pick([stripes.join(''), '']), fill: ground },
      { d: hole(9), fill: ink },
      { d: hole(0), fill: first },
      { d: circle(x, random.between(58, 70), random.between(16, 24)), fill: second },
      { d: figure(x + random.between(-8, 8), 184, 62), fill: ground },
      { d: rectangle(0, PICTURE_BOTTOM, WIDTH, 110), fill: ground },
    ],
    lettering: 'below',
    align: x === 62 ? 'start' : 'middle',
  };
};
