import { type Composition, HEIGHT, PICTURE_TOP, WIDTH } from '../scene';
import { circle, polygon, rectangle } from '../shapes';

const LAMP_Y = PICTURE_TOP + 24;

/** A tower on a rock, and its light over the water. */
export const lighthouse: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const isLeft = random.pick([true, false]);
  const across = (x: number) => (isLeft ? x : WIDTH - x);
  const d = (...points: [number, number][]) => polygon(points.map(([x, y]) => [across(x), y] as const));
  const halfWidth = (y: number) => 9 + (y - LAMP_Y) * 0.09;
  const band = (from: number, to: number) =>
    d(
      [46 - halfWidth(from), from],
      [46 + halfWidth(from), from],
      [46 + halfWidth(to), to],
      [46 - halfWidth(to), to],
    );
  const aim = random.between(-8, 18);
  const sea = [0, 1, 2, 3].map((row) =>
    rectangle(across(random.between(110, 160)) - 24, 262 + row * 9, random.between(24, 50), 2.5),
  );
  return {
    shapes: [
      { d: d([46, LAMP_Y], [220, LAMP_Y + aim - 22], [220, LAMP_Y + aim + 44]), fill: second },
      { d: rectangle(0, 252, WIDTH, HEIGHT - 252), fill: third },
      { d: sea.join(''), fill: ground },
      { d: d([0, 240], [34, 228], [70, 234], [104, 262], [124, HEIGHT], [0, HEIGHT]), fill: first },
      { d: band(LAMP_Y + 12, 234), fill: ink },
      {
        d: [0, 2].map((step) => band(LAMP_Y + 28 + step * 18, LAMP_Y + 46 + step * 18)).join(''),
        fill: first,
      },
      { d: d([34, LAMP_Y + 14], [58, LAMP_Y + 14], [58, LAMP_Y + 10], [34, LAMP_Y + 10]), fill: ink },
      {
        d: circle(across(46), LAMP_Y, 10) + d([34, LAMP_Y - 8], [58, LAMP_Y - 8], [46, LAMP_Y - 20]),
        fill: ink,
      },
      { d: circle(across(46), LAMP_Y + 1, 5), fill: second },
    ],
    lettering: 'above',
    align: isLeft ? 'start' : 'middle',
  };
};
