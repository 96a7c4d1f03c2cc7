import { type Composition, HEIGHT, WIDTH } from '../scene';
import { circle, figure, type Point, polygon } from '../shapes';

const STEPS = 7;
const RUN = WIDTH / STEPS;
const RISE = 20;

/** Somebody on a long flight of stairs. */
export const stairs: Composition = ({ ink, accents: [first, second, third] }, random) => {
  const isRising = random.pick([true, false]);
  const across = (x: number) => (isRising ? x : WIDTH - x);
  const topOf = (step: number) => HEIGHT - 22 - step * RISE;
  const outline = Array.from({ length: STEPS }, (_, step): Point[] => [
    [across(step * RUN), topOf(step)],
    [across((step + 1) * RUN), topOf(step)],
  ]).flat();
  const treads = Array.from({ length: STEPS }, (_, step) =>
    polygon([
      [across(step * RUN), topOf(step)],
      [across((step + 1) * RUN), topOf(step)],
      [across((step + 1) * RUN), HEIGHT],
      [across(step * RUN + RUN * 0.72), HEIGHT],
    ]),
  );
  const stand = random.pick([2, 3, 4, 5]);
  const x = across((stand + 0.5) * RUN);
  return {
    shapes: [
      { d: circle(across(random.between(40, 66)), 176, random.between(26, 36)), fill: second },
      { d: polygon([[across(0), HEIGHT], ...outline, [across(WIDTH), HEIGHT]]), fill: first },
      { d: treads.join(''), fill: third },
      { d: figure(x, topOf(stand), 34), fill: ink },
    ],
    lettering: 'above',
    align: isRising ? 'start' : 'middle',
  };
};
