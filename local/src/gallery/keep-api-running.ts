import { setTimeout as delay } from 'node:timers/promises';
import type { LogFile } from '../data-folder/log-file.ts';
import { PlainError } from '../terminal/plain-error.ts';
import { complain } from '../terminal/say.ts';
import { type ApiProcess, startApiProcess } from './api-process.ts';

const RESTART_DELAYS_MS = [250, 1000, 4000, 16_000];
// An API that ran for this long was well; what ends it now is a new trouble.
const WELL_AFTER_MS = 60_000;

export interface RunningApi {
  /** Rejects when the API has ended too often to be started again. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts the API, waits until it is ready, and starts it again whenever it ends unasked.
 *
 * @param stop ends the waiting early
 * @throws PlainError with the API's last words where it does not become ready
 */
export async function keepApiRunning(
  env: NodeJS.ProcessEnv,
  log: LogFile,
  stop: AbortSignal,
): Promise<RunningApi> {
  const stopping = new AbortController();
  let api: ApiProcess = startApiProcess(env, log, stop);
  if (!(await api.ready)) {
    await api.stop();
    stop.throwIfAborted();
    throw new PlainError(`The API did not become ready. Its last words, from ${log.file}:\n${log.tail()}`);
  }

  async function restartWhenItEnds(): Promise<never> {
    let failures = 0;
    for (;;) {
      const startedAt = Date.now();
      await api.ended;
      if (stopping.signal.aborted) return new Promise<never>(() => {});
      if (Date.now() - startedAt > WELL_AFTER_MS) failures = 0;
      const pause = RESTART_DELAYS_MS[failures++];
      if (pause === undefined) {
        throw new PlainError(
          `The API ended ${failures} times. Its last words, from ${log.file}:\n${log.tail()}`,
        );
      }
      complain(`The API has ended unexpectedly and is started again; ${log.file} says why.`);
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) api = startApiProcess(env, log, stop);
    }
  }

  return {
    failed: restartWhenItEnds(),
    stop: () => {
      stopping.abort();
      return api.stop();
    },
  };
}
