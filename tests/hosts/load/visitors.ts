import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Stage } from '../stage/open-stage.ts';
import { inWorld } from './in-world.ts';
import type { Attempt, Line, Verdict } from './record.ts';

/** People who use the gallery steadily, while something happens to it. */
export interface Visitors {
  /** What failed since a moment, and of how many. */
  since(atMs: number): { attempts: Attempt[]; failures: Attempt[] };
  /** Sends them home; they first look for all that they brought in. */
  leave(): Promise<{ attempts: Attempt[]; failures: Attempt[]; kept: Verdict[]; lost: Verdict[] }>;
}

/** Sends visitors out in the world of a stage. They leave with this process, however that ends. */
export async function sendVisitors(stage: Stage): Promise<Visitors> {
  const script = path.join(import.meta.dirname, 'visit.ts');
  const { command, args, env } = inWorld(stage, script, stage.siteUrl);
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const attempts: Attempt[] = [];
  const verdicts: Verdict[] = [];
  const lines = createInterface({ input: child.stdout });
  const begun = new Promise<void>((resolve) => {
    lines.on('line', (text) => {
      const line: Line = JSON.parse(text);
      if (line.kind === 'begin') resolve();
      else if (line.kind === 'image') verdicts.push(line);
      else attempts.push(line);
    });
  });
  const unlessEnded = ended.then(([code]) => {
    throw new Error(`expected the visitors to begin, but they ended with ${code}`);
  });
  await Promise.race([begun, unlessEnded]);
  unlessEnded.catch(() => undefined);

  const since = (atMs: number) => {
    const recent = attempts.filter((each) => each.atMs >= atMs);
    return { attempts: recent, failures: recent.filter(({ failure }) => failure !== undefined) };
  };
  return {
    since,
    async leave() {
      child.kill('SIGTERM');
      const [code] = await ended;
      if (code !== 0) throw new Error(`expected the visitors to leave, but they ended with ${code}`);
      const kept = verdicts.filter(({ lost }) => lost === undefined);
      return { ...since(0), kept, lost: verdicts.filter(({ lost }) => lost !== undefined) };
    },
  };
}
