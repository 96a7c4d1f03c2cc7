import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '../application.ts';
import {
  areAllBrought,
  insertSamples,
  isDecided,
  isEmpty,
  lockAwaitedSample,
  markBrought,
} from './sample.repository.ts';
import { SAMPLES, type Sample } from './sample.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 3600 * 1000;

const names = SAMPLES.map(({ name }) => name);

export interface BringingSamples {
  stop(): Promise<void>;
}

/** Brings the samples into a gallery that has nothing of its own. What fails is logged and tried again, ever more seldom. */
export function startBringingSamples(app: Application): BringingSamples {
  const stopping = new AbortController();
  const bringing = bringUntilAllAreThere(app, stopping.signal);
  return {
    stop() {
      stopping.abort();
      return bringing;
    },
  };
}

async function bringUntilAllAreThere(app: Application, stop: AbortSignal): Promise<void> {
  for (let pauseMs = FIRST_PAUSE_MS; !stop.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const areThere = await unlessItFails(app, stop, 'all', () => bringSamples(app, stop));
    if (areThere) return app.log.info('No sample is left to bring.');
    await pause(pauseMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

/**
 * Each sample is locked by its row, so hosts that start together share them, and an interrupted one is gone on with.
 *
 * @returns whether nothing is left to bring; else it failed, or another host is at it
 */
async function bringSamples(app: Application, stop: AbortSignal): Promise<boolean> {
  await decide(app);
  for (const sample of SAMPLES) {
    if (stop.aborted) return false;
    await unlessItFails(app, stop, sample.name, () => bringSample(app, sample, stop));
  }
  return areAllBrought(app.db, names);
}

/** Once for a gallery: one that has something of its own gets no samples, not even when it is empty later. */
async function decide({ db }: Application): Promise<void> {
  if (await isDecided(db)) return;
  await insertSamples(db, names, (await isEmpty(db)) ? null : new Date());
}

async function bringSample(app: Application, { name, bring }: Sample, stop: AbortSignal): Promise<void> {
  const isNew = await app.db.transaction().execute(async (trx) => {
    if (!(await lockAwaitedSample(trx, name))) return false;
    await bring(app, trx, stop);
    await markBrought(trx, name, new Date());
    return true;
  });
  if (isNew) app.log.info({ sample: name }, 'A sample was brought in.');
}

async function unlessItFails<T>(
  { log }: Application,
  stop: AbortSignal,
  sample: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (err) {
    if (!stop.aborted) log.error({ err, sample }, 'A sample could not be brought in; it is tried again.');
    return undefined;
  }
}
