import { ContestantProcess } from './contestant-process.ts';
import { CONTESTANTS, type Contestant, isInstalled } from './contestants.ts';
import { ensurePeers } from './peers/install.ts';
import { photographsOf } from './photograph-folder.ts';
import { type Result, race } from './race.ts';
import { figuresOf, type ResizeFigures, type Results, tableOf } from './report.ts';

export const about = `What the picture step costs and yields, beside the naive way, decoding alone, and other programs
and libraries at the same sizes, format, quality and effort where they have one: over the photographs of a folder (npm run
bench -- resize FOLDER) or the project's, each in three rounds, medians; those that take seconds with every fifth
photograph, once. With --quick only every fifth photograph, once, and without the slow ones. Installs the others into
.cache/tools; programs only take part where they are installed.`;

const ROUNDS = 3;
/** One photograph of so many is taken; with 5, derived ones of every kind are among them. */
const QUICK_STEP = 5;
const SLOW_STEP = 5;

export interface ResizeReport {
  description: string;
  figures: ResizeFigures;
  results: Results;
  missing: readonly Contestant[];
}

export async function measure(args: readonly string[]): Promise<ResizeReport> {
  const isQuick = args.includes('--quick');
  const { photographs, description } = await photographsOf(args.find((each) => !each.startsWith('--')));
  await ensurePeers();
  const invited = CONTESTANTS.filter(({ isSlow }) => !(isQuick && isSlow));
  const present = await Promise.all(invited.map(isInstalled));
  const processes = invited.filter((_, index) => present[index]).map((each) => new ContestantProcess(each));
  const results = new Map(processes.map(({ contestant }) => [contestant.name, [] as Result[]]));
  const take = async (some: ContestantProcess[], photograph: string, rounds: number) => {
    for (const [{ contestant }, result] of await race(some, photograph, rounds)) {
      results.get(contestant.name)!.push(result);
    }
  };
  const quick = processes.filter(({ contestant }) => !contestant.isSlow);
  const slow = processes.filter(({ contestant }) => contestant.isSlow);
  try {
    const chosen = isQuick ? photographs.filter((_, index) => index % QUICK_STEP === 0) : photographs;
    // Once without counting, so that code is loaded and compiled.
    await race(processes, chosen[0]!, 1);
    for (const [index, photograph] of chosen.entries()) {
      await take(quick, photograph, isQuick ? 1 : ROUNDS);
      if (index % SLOW_STEP === 0) await take(slow, photograph, 1);
    }
  } finally {
    for (const process of processes) process.end();
  }
  const missing = invited.filter((_, index) => !present[index]);
  return { description, figures: figuresOf(results), results, missing };
}

/** One table and, last, one line of JSON. */
export function print({ description, figures, results, missing }: ResizeReport): void {
  process.stdout.write(`${description}; medians\n\n${tableOf(results, missing)}\n\n`);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
