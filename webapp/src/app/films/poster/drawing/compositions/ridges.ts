import { type Composition, HEIGHT, PICTURE_TOP, WIDTH } from '../scene';
import { circle, type Point, polygon } from '../shapes';

/** Mountains behind mountains, and a moon. */
export const ridges: Composition = ({ ink, accents: [first, second, third] }, random) => {
  const ridge = (height: number, rough: number): string => {
    const peaks: Point[] = [];
    for (let x = -20; x < WIDTH + 40; x += random.between(24, 44)) {
      const isPeak = peaks.length % 2 === 0;
      peaks.push([x, height + (isPeak ? -1 : 1) * random.between(rough / 3, rough)]);
    }
    return polygon([[-20, HEIGHT], ...peaks, [WIDTH + 60, HEIGHT]]);
  };
  return {
    shapes: [
      { d: circle(random.between(40, 160), PICTURE_TOP + 36, random.between(20, 32)), fill: ink },
      { d: ridge(190, 30), fill: third },
      { d: ridge(226, 26), fill: second },
      { d: ridge(268, 22), fill: first },
    ],
    lettering: 'above',
    align: 'start',
  };
};
