import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, polygon } from '../shapes';

/** Pieces of paper, cut by hand, that hang from the upper edge. */
export const slabs: Composition = ({ ink, accents }, random) => {
  const count = random.pick([4, 5, 6]);
  const width = WIDTH / count;
  const longest = random.between(0, count);
  const colours = [...accents, ink];
  const shapes = Array.from({ length: count }, (_, slab) => {
    const left = slab * width + random.between(0, 4);
    const right = (slab + 1) * width - random.between(0, 4);
    const reach = 1 - Math.abs(slab + 0.5 - longest) / count;
    const bottom = 40 + reach * (PICTURE_BOTTOM - 50) - random.between(0, 24);
    const slant = random.between(-12, 12);
    const d = polygon([
      [left + random.between(-4, 4), 0],
      [right + random.between(-4, 4), 0],
      [right, bottom + slant],
      [left, bottom - slant],
    ]);
    return { d, fill: colours[slab % colours.length]! };
  });
  const hole = random.between(20, 30);
  const x = longest > count / 2 ? random.between(34, 60) : random.between(140, 166);
  return {
    shapes: [...shapes, { d: circle(x, 160, hole * 0.8), fill: accents[1] }],
    lettering: 'below',
    align: 'start',
  };
};
