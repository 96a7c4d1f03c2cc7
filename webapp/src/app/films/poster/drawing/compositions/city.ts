import { type Composition, HEIGHT, PICTURE_TOP, WIDTH } from '../scene';
import { circle, rectangle } from '../shapes';

/** Towers at night, a few windows lit. */
export const city: Composition = ({ ground, ink, accents: [first, second] }, random) => {
  const far: string[] = [];
  const near: string[] = [];
  const windows: string[] = [];
  for (let x = -6; x < WIDTH; x += 30) far.push(rectangle(x, random.between(140, 210), 25, HEIGHT));
  for (let x = random.between(-20, 0); x < WIDTH; ) {
    const columns = random.pick([3, 4, 5]);
    const width = columns * 9 + 5;
    const top = random.between(176, 250);
    near.push(rectangle(x, top, width, HEIGHT));
    for (let y = top + 8; y < HEIGHT; y += 12) {
      for (let column = 0; column < columns; column++) {
        if (random.between(0, 1) < 0.45) windows.push(rectangle(x + 5 + column * 9, y, 4, 6));
      }
    }
    x += width + random.between(2, 7);
  }
  return {
    shapes: [
      { d: circle(random.between(40, 160), PICTURE_TOP + 34, random.between(22, 30)), fill: second },
      { d: far.join(''), fill: first },
      { d: near.join(''), fill: ink },
      { d: windows.join(''), fill: ground },
    ],
    lettering: 'above',
    align: 'middle',
  };
};
