import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, figure, type Point, polygon, rectangle } from '../shapes';

const CENTRE: Point = [100, 100];
const POINTS_A_TURN = 36;

/** A vortex with somebody in the middle of it. */
export const spiral: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const start = random.between(0, 2 * Math.PI);
  const turn = random.pick([1, -1]);
  const arm = (offset: number): string => {
    const edge = (lead: number) =>
      Array.from({ length: 4 * POINTS_A_TURN }, (_, step): Point => {
        const angle = (step / POINTS_A_TURN) * 2 * Math.PI;
        const radius = 4 + angle * 6.4;
        const at = start + offset + turn * (angle + lead);
        return [CENTRE[0] + radius * Math.cos(at), CENTRE[1] + radius * Math.sin(at)];
      });
    return polygon([...edge(0), ...edge(1.15).reverse()]);
  };
  return {
    shapes: [
      { d: circle(...CENTRE, 160), fill: third },
      { d: arm(0), fill: first },
      { d: arm(Math.PI), fill: second },
      { d: circle(...CENTRE, 24), fill: ground },
      { d: figure(100, 120, 40), fill: ink },
      { d: rectangle(0, PICTURE_BOTTOM, WIDTH, 110), fill: ground },
    ],
    lettering: 'below',
    align: 'middle',
  };
};
