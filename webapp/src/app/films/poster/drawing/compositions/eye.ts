import { type Composition } from '../scene';
import { circle, type Point, polygon } from '../shapes';

const X = 100;
const Y = 108;

/** An eye that has seen something. */
export const eye: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const lashes = Array.from({ length: 9 }, (_, lash) => {
    const angle = Math.PI * (0.14 + (0.72 * lash) / 8);
    const at = (radius: number, turn: number): Point => [
      X - radius * 1.25 * Math.cos(angle + turn),
      Y - radius * Math.sin(angle + turn),
    ];
    return polygon([at(64, -0.035), at(random.between(84, 98), 0), at(64, 0.035)]);
  });
  const look = random.between(-18, 18);
  return {
    shapes: [
      { d: lashes.join(''), fill: third },
      { d: almond(82, 62), fill: ink },
      { d: circle(X + look, Y, 35), fill: first },
      { d: circle(X + look, Y, 24), fill: second },
      { d: circle(X + look, Y, 14), fill: ground },
      { d: circle(X + look + 13, Y - 14, 5.5), fill: ink },
    ],
    lettering: 'below',
    align: 'middle',
  };
};

function almond(halfWidth: number, halfHeight: number): string {
  const left = X - halfWidth;
  const right = X + halfWidth;
  return `M${left} ${Y}Q${X} ${Y - 2 * halfHeight} ${right} ${Y}Q${X} ${Y + 2 * halfHeight * 0.62} ${left} ${Y}Z`;
}
