import type { Application } from '../application.ts';
import { sweep } from './sweeps.ts';

const FIRST_AFTER_MS = 30_000;
const EVERY_MS = 3600 * 1000;

export interface Sweeper {
  stop(): void;
}

/** Sweeps shortly after the start and then once an hour. A sweep that fails is logged; the next one goes on. */
export function startSweeper(app: Application): Sweeper {
  const run = () => sweep(app, new Date()).catch((err: unknown) => app.log.error({ err }, 'A sweep failed.'));
  const first = setTimeout(run, FIRST_AFTER_MS);
  const hourly = setInterval(run, EVERY_MS);
  return {
    stop() {
      clearTimeout(first);
      clearInterval(hourly);
    },
  };
}
