import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, rectangle } from '../shapes';

const X = 92;
const Y = 96;

/** A reel and the film that leaves it. */
export const reel: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const count = random.pick([3, 5, 6]);
  const turned = random.between(0, 1);
  const holes = Array.from({ length: count }, (_, hole) => {
    const angle = ((hole + turned) / count) * 2 * Math.PI;
    return circle(X + 44 * Math.cos(angle), Y + 44 * Math.sin(angle), count === 3 ? 25 : 18);
  });
  const perforations = Array.from({ length: 9 }, (_, hole) => rectangle(X + 6 + hole * 13, 180, 6, 6));
  return {
    shapes: [
      { d: rectangle(X, 160, WIDTH, 32), fill: third },
      { d: perforations.join(''), fill: ground },
      { d: circle(X, Y, 96), fill: third },
      { d: circle(X, Y, 84), fill: first },
      { d: holes.join(''), fill: ground },
      { d: circle(X, Y, 13), fill: second },
      { d: circle(X, Y, 5), fill: ink },
      { d: rectangle(0, PICTURE_BOTTOM - 4, WIDTH, 110), fill: ground },
    ],
    lettering: 'below',
    align: 'start',
  };
};
