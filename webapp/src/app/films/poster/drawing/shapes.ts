/** SVG path data of plain figures. Coordinates in the poster's units, kept to a tenth. */

export type Point = readonly [x: number, y: number];

export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`;
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}Z`;
}

export function circle(x: number, y: number, radius: number): string {
  const r = tenth(radius);
  return `M${tenth(x - radius)} ${tenth(y)}a${r} ${r} 0 1 1 ${tenth(2 * radius)} 0a${r} ${r} 0 1 1 ${tenth(-2 * radius)} 0Z`;
}

/** The upper half of a disc that stands on `y`. */
export function dome(x: number, y: number, radius: number): string {
  const r = tenth(radius);
  return `M${tenth(x - radius)} ${tenth(y)}a${r} ${r} 0 0 1 ${tenth(2 * radius)} 0Z`;
}

/** A person far away, whose feet stand on `y`. */
export function figure(x: number, y: number, height: number): string {
  const head = height * 0.16;
  const shoulder = height * 0.2;
  const body = polygon([
    [x - shoulder, y - height * 0.62],
    [x + shoulder, y - height * 0.62],
    [x + shoulder * 0.55, y],
    [x - shoulder * 0.55, y],
  ]);
  return circle(x, y - height + head, head) + body;
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
