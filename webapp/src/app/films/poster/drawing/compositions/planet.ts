import { type Composition, HEIGHT, WIDTH } from '../scene';
import { circle, tenth } from '../shapes';

/** A planet with its ring, moons and stars. */
export const planet: Composition = ({ ground, ink, accents: [first, second, third] }, random) => {
  const x = random.between(80, 120);
  const y = 212;
  const radius = random.between(46, 58);
  const tilt = random.between(-26, 26);
  const stars = Array.from({ length: 16 }, () =>
    circle(random.between(8, WIDTH - 8), random.between(128, HEIGHT - 8), random.between(0.8, 1.8)),
  );
  const ring = (outer: number, sweep: 0 | 1) => {
    const dx = outer * Math.cos((tilt * Math.PI) / 180);
    const dy = outer * Math.sin((tilt * Math.PI) / 180);
    const ends = [`${tenth(x - dx)} ${tenth(y - dy)}`, `${tenth(x + dx)} ${tenth(y + dy)}`] as const;
    return { ends, arc: `A${tenth(outer)} ${tenth(outer * 0.26)} ${tenth(tilt)} 0 ${sweep}` };
  };
  /** The half of the ring behind or in front of the planet. */
  const half = (sweep: 0 | 1) => {
    const outer = ring(radius * 1.65, sweep);
    const inner = ring(radius * 1.28, sweep === 1 ? 0 : 1);
    return `M${outer.ends[0]}${outer.arc} ${outer.ends[1]}L${inner.ends[1]}${inner.arc} ${inner.ends[0]}Z`;
  };
  return {
    shapes: [
      { d: stars.join(''), fill: ink },
      { d: half(1), fill: third },
      { d: circle(x, y, radius), fill: first },
      { d: circle(x - radius * 0.34, y - radius * 0.38, radius * 0.24), fill: ground },
      { d: half(0), fill: second },
      { d: circle(x > 100 ? 30 : 170, random.between(142, 160), random.between(7, 12)), fill: second },
    ],
    lettering: 'above',
    align: 'middle',
  };
};
