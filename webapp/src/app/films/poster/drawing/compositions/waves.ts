import { type Composition, HEIGHT, WIDTH } from '../scene';
import { circle, polygon } from '../shapes';

const RADIUS = 25;

/** A sea in rows of scales, and a boat far out. */
export const waves: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const rows = [0, 1, 2, 3, 4].flatMap((row) => {
    const y = 206 + row * 25;
    const shift = row % 2 === 0 ? 0 : RADIUS;
    const centres = [0, 1, 2, 3, 4].map((column) => column * 2 * RADIUS + shift);
    const discs = (radius: number) => centres.map((x) => circle(x, y, radius)).join('');
    return [
      { d: discs(RADIUS), fill: third },
      { d: discs(RADIUS - 6), fill: row % 2 === 0 ? first : second },
      { d: discs(RADIUS - 13), fill: ground },
    ];
  });
  const x = random.between(50, 150);
  const lean = random.pick([-1, 1]);
  const sail = polygon([
    [x, 134],
    [x + lean * 24, 172],
    [x, 172],
  ]);
  const hull = polygon([
    [x - 24, 175],
    [x + 24, 175],
    [x + 14, 192],
    [x - 14, 192],
  ]);
  const sunX = x > 100 ? random.between(26, 54) : random.between(146, 174);
  return {
    shapes: [
      { d: circle(sunX, random.between(140, 156), random.between(14, 20)), fill: second },
      { d: sail + hull, fill: ink },
      ...rows,
      {
        d: polygon([
          [0, HEIGHT - 3],
          [WIDTH, HEIGHT - 3],
          [WIDTH, HEIGHT],
          [0, HEIGHT],
        ]),
        fill: third,
      },
    ],
    lettering: 'above',
    align: 'middle',
  };
};
