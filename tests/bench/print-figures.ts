import type { Figures } from './bench.ts';

/** Prints a table and, last, the same as one line of JSON. Numbers have three digits that count. */
export function printFigures(figures: Figures): void {
  const rounded = round(figures);
  process.stdout.write(`${rowsOf(rounded, '').join('\n')}\n${JSON.stringify(rounded)}\n`);
}

function round(figures: Figures): Figures {
  const entries = Object.entries(figures).map(([name, value]) => [
    name,
    typeof value === 'number' ? Number(value.toPrecision(3)) : round(value),
  ]);
  return Object.fromEntries(entries) as Figures;
}

function rowsOf(figures: Figures, indent: string): string[] {
  return Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [`${indent}${name}`.padEnd(32) + String(value).padStart(8)]
      : [`${indent}${name}`, ...rowsOf(value, `${indent}  `)],
  );
}
