import { type Composition, PICTURE_BOTTOM, WIDTH } from '../scene';
import { circle, dome, polygon, rectangle } from '../shapes';

/** The projector's light over the heads of the audience. */
export const beam: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const fromLeft = random.pick([true, false]);
  const across = (x: number) => (fromLeft ? x : WIDTH - x);
  const lampY = random.between(26, 60);
  const top = lampY + random.between(-40, -10);
  const bottom = random.between(140, 165);
  const middle = (top + bottom) / 2;
  const seats = [16, 58, 100, 142, 184].map((x) => dome(x, PICTURE_BOTTOM, 17));
  const heads = [16, 58, 142, 184].map((x) => circle(x, PICTURE_BOTTOM - 22, 9));
  return {
    shapes: [
      {
        d: polygon([
          [across(20), lampY],
          [across(200), top],
          [across(200), bottom],
        ]),
        fill: third,
      },
      {
        d: polygon([
          [across(20), lampY],
          [across(200), middle - 34],
          [across(200), middle + 34],
        ]),
        fill: first,
      },
      { d: circle(across(20), lampY, 10), fill: second },
      { d: circle(across(20), lampY, 4), fill: ink },
      { d: seats.join('') + heads.join(''), fill: ink },
      { d: rectangle(0, PICTURE_BOTTOM - 4, WIDTH, 110), fill: ground },
    ],
    lettering: 'below',
    align: fromLeft ? 'start' : 'middle',
  };
};
