import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, dome, type Point, polygon, rectangle } from '../shapes';

const FAR = 320;

/** A burst of light from where the sky meets the ground. */
export const rays: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const x = random.pick([40, 100, 160]);
  const count = random.pick([9, 11, 13]);
  const step = Math.PI / count;
  const at = (angle: number): Point => [x - FAR * Math.cos(angle), PICTURE_BOTTOM - FAR * Math.sin(angle)];
  const wedges = Array.from({ length: Math.ceil(count / 2) }, (_, wedge) =>
    polygon([[x, PICTURE_BOTTOM], at(2 * wedge * step), at((2 * wedge + 1) * step)]),
  );
  const radius = random.between(36, 52);
  return {
    shapes: [
      { d: wedges.join(''), fill: third },
      { d: circle(x, PICTURE_BOTTOM, radius + 14), fill: second },
      { d: dome(x, PICTURE_BOTTOM, radius), fill: first },
      { d: rectangle(0, PICTURE_BOTTOM, WIDTH, 110), fill: ground },
      { d: rectangle(14, PICTURE_BOTTOM + 1, 172, 1.5), fill: ink },
    ],
    lettering: 'below',
    align: x === 40 ? 'start' : 'middle',
  };
};
