import { type Composition, HEIGHT } from '../scene';
import { dome, figure } from '../shapes';

/** Gate within gate within gate, and somebody who stands in the last. */
export const arches: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const x = random.pick([72, 100, 128]);
  const colours = [third, first, second, first, ground];
  const outer = random.between(128, 150);
  const step = (outer - 38) / (colours.length - 1);
  const rings = colours.map((fill, ring) => ({ d: dome(x, HEIGHT, outer - ring * step), fill }));
  return {
    shapes: [...rings, { d: figure(x, HEIGHT, 30), fill: ink }],
    lettering: 'above',
    align: 'middle',
  };
};
