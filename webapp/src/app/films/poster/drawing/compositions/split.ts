import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, rectangle, tenth } from '../shapes';

const RADIUS = 78;

/** A disc that was cut in two and does not fit together again. */
export const split: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const angle = random.between(-1.1, 1.1);
  const slip = random.between(14, 30) * random.pick([-1, 1]);
  const x = 100;
  const y = 100;
  const across = [Math.cos(angle), Math.sin(angle)] as const;
  const half = (side: 1 | -1): string => {
    const shift = (side * slip) / 2;
    const at = (end: number) =>
      `${tenth(x + across[0] * (shift + end))} ${tenth(y + across[1] * (shift + end))}`;
    return `M${at(-RADIUS)}A${RADIUS} ${RADIUS} 0 0 ${side === 1 ? 1 : 0} ${at(RADIUS)}Z`;
  };
  const small = random.between(12, 22);
  return {
    shapes: [
      { d: rectangle(0, 0, WIDTH, PICTURE_BOTTOM), fill: third },
      { d: half(1), fill: first },
      { d: half(-1), fill: second },
      { d: circle(x + across[1] * 36, y - across[0] * 36, small), fill: ink },
      { d: circle(x - across[1] * 36, y + across[0] * 36, small), fill: ground },
    ],
    lettering: 'below',
    align: 'start',
  };
};
