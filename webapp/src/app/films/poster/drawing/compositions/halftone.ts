import { type Composition, PICTURE_BOTTOM } from '../scene';
import { circle } from '../shapes';

const STEP = 14;

/** A ball of printed dots, lit from one side. */
export const halftone: Composition = ({ accents: [first, second, third] }, random) => {
  const angle = random.between(0, 2 * Math.PI);
  const light = [100 + 44 * Math.cos(angle), 100 + 44 * Math.sin(angle)] as const;
  const bright: string[] = [];
  const dim: string[] = [];
  for (let y = 16; y < PICTURE_BOTTOM - 4; y += STEP) {
    for (let x = 16; x < 192; x += STEP) {
      const fromCentre = Math.hypot(x - 100, y - 100);
      const radius = 1 + 6.2 * Math.max(0, 1 - Math.hypot(x - light[0], y - light[1]) / 118);
      (fromCentre < 84 ? bright : dim).push(circle(x, y, fromCentre < 84 ? radius : 1.6));
    }
  }
  const moon = circle(100 - 62 * Math.cos(angle), 100 - 62 * Math.sin(angle), random.between(15, 22));
  return {
    shapes: [
      { d: dim.join(''), fill: third },
      { d: bright.join(''), fill: first },
      { d: moon, fill: second },
    ],
    lettering: 'below',
    align: 'start',
  };
};
