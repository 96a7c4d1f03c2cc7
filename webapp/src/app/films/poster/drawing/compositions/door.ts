import { type Composition, HEIGHT, WIDTH } from '../scene';
import { figure, polygon, rectangle } from '../shapes';

/** Light from an open door, and who stands in it. */
export const door: Composition = ({ ground, accents: [first, second, third] }, random) => {
  const isRight = random.pick([true, false]);
  const across = (x: number) => (isRight ? x : WIDTH - x);
  const left = random.between(104, 132);
  const right = left + random.between(38, 46);
  const floor = 226;
  const x = across((left + right) / 2);
  const d = (points: [number, number][]) => polygon(points.map(([px, py]) => [across(px), py] as const));
  return {
    shapes: [
      { d: rectangle(0, floor, WIDTH, HEIGHT - floor), fill: third },
      {
        d: d([
          [left, floor],
          [right, floor],
          [right - 60, HEIGHT],
          [left - 110, HEIGHT],
        ]),
        fill: first,
      },
      {
        d: d([
          [left - 5, 125],
          [right + 5, 125],
          [right + 5, floor],
          [left - 5, floor],
        ]),
        fill: second,
      },
      {
        d: d([
          [left, 130],
          [right, 130],
          [right, floor],
          [left, floor],
        ]),
        fill: first,
      },
      {
        d: d([
          [(left + right) / 2 - 5, floor],
          [(left + right) / 2 + 5, floor],
          [left - 30, HEIGHT],
          [left - 62, HEIGHT],
        ]),
        fill: ground,
      },
      { d: figure(x, floor + 2, 66), fill: ground },
    ],
    lettering: 'above',
    align: isRight ? 'start' : 'middle',
  };
};
