import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, dome, rectangle } from '../shapes';

const FOLD = 14;

/** A curtain that opens on a disc of light. */
export const curtain: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const opening = random.between(22, 36);
  const drape = (fold: number, side: 1 | -1): string => {
    const edge = side === 1 ? 0 : WIDTH;
    const top = edge + side * (100 - fold * FOLD);
    const bottom = edge + side * Math.max(0, 74 - opening - fold * FOLD * 0.62);
    return `M${edge} 0H${top}C${top} 90 ${bottom} 110 ${bottom} ${PICTURE_BOTTOM}H${edge}Z`;
  };
  const folds = [0, 1, 2, 3, 4, 5].map((fold) => ({
    d: drape(fold, 1) + drape(fold, -1),
    fill: fold % 2 === 0 ? first : third,
  }));
  const scallops = [0, 1, 2, 3, 4, 5].map((x) => circle(x * 40, 10, 17));
  return {
    shapes: [
      { d: dome(100, PICTURE_BOTTOM, random.between(60, 84)), fill: second },
      ...folds,
      { d: rectangle(0, 0, WIDTH, 10) + scallops.join(''), fill: ink },
      { d: rectangle(0, PICTURE_BOTTOM, WIDTH, 110), fill: ground },
      { d: rectangle(0, PICTURE_BOTTOM, WIDTH, 3), fill: ink },
    ],
    lettering: 'below',
    align: 'middle',
  };
};
