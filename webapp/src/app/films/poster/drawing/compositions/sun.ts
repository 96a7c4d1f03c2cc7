import { type Composition, WIDTH } from '../scene';
import { circle, rectangle } from '../shapes';

const HORIZON = 150;

/** A low sun, its reflection, and a far bird or two. */
export const sun: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const x = random.between(64, 136);
  const radius = random.between(54, 72);
  const ripples = [0, 1, 2, 3].map((row) => {
    const width = (radius * 2 - row * 26) * random.between(0.75, 1);
    return rectangle(x - width / 2 + random.between(-8, 8), HORIZON + 7 + row * 11, width, 5);
  });
  const moonX = x > 100 ? random.between(24, 50) : random.between(150, 176);
  return {
    shapes: [
      { d: circle(x, random.between(104, 138), radius), fill: first },
      { d: circle(moonX, random.between(26, 48), random.between(6, 11)), fill: ink },
      { d: rectangle(0, HORIZON, WIDTH, 150), fill: ground },
      { d: rectangle(0, HORIZON, WIDTH, 2.5), fill: third },
      { d: ripples.join(''), fill: second },
    ],
    lettering: 'below',
    align: 'middle',
  };
};
