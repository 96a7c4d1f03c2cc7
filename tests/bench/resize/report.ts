import { median } from '../statistics.ts';
import { type Contestant, DECODE, NAIVE, OURS } from './contestants.ts';
import type { Result } from './race.ts';

/** The results of each contestant that is there, by its name; the slow ones' with some photographs only. */
export type Results = ReadonlyMap<string, readonly Result[]>;

/** The figures of the picture step: medians over the photographs. Ratios are those of each photograph. */
export interface ResizeFigures {
  images: number;
  cpuMsPerImage: number;
  cpuToNaive: number;
  cpuToDecode: number;
  bytesPerImage: number;
  ssim1280: number;
  peakRssMb: number;
}

export function figuresOf(results: Results): ResizeFigures {
  const ours = results.get(OURS)!;
  return {
    images: ours.length,
    cpuMsPerImage: round(median(ours.map(({ cpuMs }) => cpuMs)), 1),
    cpuToNaive: round(medianRatio(results, OURS, NAIVE), 3),
    cpuToDecode: round(medianRatio(results, OURS, DECODE), 3),
    bytesPerImage: Math.round(median(ours.map(({ bytes }) => bytes ?? 0))),
    ssim1280: round(median(ours.flatMap(({ ssim }) => ssim ?? [])), 4),
    peakRssMb: Math.round(Math.max(...ours.map(({ peakRssMb }) => peakRssMb))),
  };
}

const HEAD = ['', 'images', 'CPU ms', 'to naive', 'to decode', 'wall ms', 'bytes', 'SSIM', 'peak MB'];

/** Photographs are of a class up to so many megapixels: of phones, of cameras, of large sensors. */
const CLASSES = [10, 16, 30, Number.POSITIVE_INFINITY];

/** A line for each contestant, the picture step's also by size of the originals, and one for each that is missing. */
export function tableOf(results: Results, missing: readonly Contestant[]): string {
  const rows = [...results.keys()].flatMap((name) =>
    name === OURS ? [rowOf(results, name), ...rowsBySize(results)] : [rowOf(results, name)],
  );
  const lines = [HEAD, ...rows].map(
    ([name, ...cells]) => name!.padEnd(26) + cells.map((cell) => cell.padStart(10)).join(''),
  );
  const without = missing.map(
    ({ name, needs }) => `${name.padEnd(26)}    missing (Debian: apt install ${needs?.debianPackage})`,
  );
  return [...lines, ...without].join('\n');
}

function rowsBySize(results: Results): string[][] {
  return CLASSES.flatMap((limit, index) => {
    const floor = CLASSES[index - 1] ?? 0;
    const ofClass = ({ megapixels }: Result) => megapixels > floor && megapixels <= limit;
    const some = new Map([...results].map(([name, all]) => [name, all.filter(ofClass)]));
    const title = limit === Number.POSITIVE_INFINITY ? `  above ${floor} MP` : `  ${floor} to ${limit} MP`;
    return some.get(OURS)!.length > 0 ? [[title, ...rowOf(some, OURS).slice(1)]] : [];
  });
}

function rowOf(results: Results, name: string): string[] {
  const own = results.get(name)!;
  const middle = (values: (number | undefined)[], digits: number) =>
    values[0] === undefined ? '-' : median(values.flatMap((value) => value ?? [])).toFixed(digits);
  return [
    name,
    `${own.length}`,
    middle(
      own.map(({ cpuMs }) => cpuMs),
      0,
    ),
    medianRatio(results, name, NAIVE).toFixed(2),
    medianRatio(results, name, DECODE).toFixed(2),
    middle(
      own.map(({ wallMs }) => wallMs),
      0,
    ),
    middle(
      own.map(({ bytes }) => bytes),
      0,
    ),
    middle(
      own.map(({ ssim }) => ssim),
      4,
    ),
    Math.max(...own.map(({ peakRssMb }) => peakRssMb)).toFixed(0),
  ];
}

function medianRatio(results: Results, name: string, other: string): number {
  const others = new Map(results.get(other)!.map(({ original, cpuMs }) => [original, cpuMs]));
  return median(results.get(name)!.map(({ original, cpuMs }) => cpuMs / others.get(original)!));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
