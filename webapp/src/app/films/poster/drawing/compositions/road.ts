import { type Composition, HEIGHT, WIDTH } from '../scene';
import { circle, polygon, rectangle } from '../shapes';

const HORIZON = 196;

/** A straight road to where the sun goes down. */
export const road: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const x = random.between(60, 140);
  const spread = random.between(60, 90);
  const along = (depth: number, side: number): [number, number] => [
    x + (100 - x) * depth + side * depth,
    HORIZON + (HEIGHT - HORIZON) * depth,
  ];
  const dashes = [0.08, 0.2, 0.38, 0.66].map((from) =>
    polygon([along(from, -4), along(from, 4), along(from * 1.4, 4), along(from * 1.4, -4)]),
  );
  const poles = [0.1, 0.24, 0.56].map((depth) => {
    const [foot, y] = along(depth, -spread - 46);
    const height = 150 * depth + 12;
    return (
      rectangle(foot - 2 * depth, y - height, 1 + 4 * depth, height) +
      rectangle(foot - 14 * depth, y - height * 0.92, 28 * depth, 1 + 3 * depth)
    );
  });
  return {
    shapes: [
      { d: circle(x, HORIZON, random.between(44, 66)), fill: first },
      { d: rectangle(0, HORIZON, WIDTH, HEIGHT - HORIZON), fill: third },
      { d: polygon([along(0, 0), along(1, spread), along(1, -spread)]), fill: ink },
      { d: dashes.join(''), fill: ground },
      { d: poles.join(''), fill: second },
    ],
    lettering: 'above',
    align: 'middle',
  };
};
