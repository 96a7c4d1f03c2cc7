import { median } from '../statistics.ts';
import { type Contestant, DECODE, NAIVE, OURS } from './contestants.ts';
import type { Result } from './race.ts';

/** The results of each contestant, by its name, in the order of the photographs; none where it is missing. */
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

/** A line for each contestant, and below it those that are missing and how to get them. */
export function tableOf(results: Results, missing: readonly Contestant[]): string {
  const head = ['', 'CPU ms', 'to ours', 'wall ms', 'bytes', 'SSIM', 'peak MB'];
  const rows = [...results.keys()].map((name) => rowOf(results, name));
  const lines = [head, ...rows].map(
    ([name, ...cells]) => name!.padEnd(30) + cells.map((cell) => cell.padStart(9)).join(''),
  );
  const without = missing.map(
    ({ name, needs }) => `${name.padEnd(30)}missing (Debian: apt install ${needs?.debianPackage})`,
  );
  return [...lines, ...without].join('\n');
}

function rowOf(results: Results, name: string): string[] {
  const own = results.get(name)!;
  const middle = (values: (number | undefined)[], digits: number) =>
    values[0] === undefined ? '-' : median(values.flatMap((value) => value ?? [])).toFixed(digits);
  return [
    name,
    middle(
      own.map(({ cpuMs }) => cpuMs),
      0,
    ),
    medianRatio(results, name, OURS).toFixed(2),
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
  const others = results.get(other)!;
  return median(results.get(name)!.map(({ cpuMs }, index) => cpuMs / others[index]!.cpuMs));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
