import { setTimeout as wait } from 'node:timers/promises';
import { isPassing, RefusedRequest } from './faults.ts';

const MAX_TRIES = 6;
const FIRST_WAIT_SECONDS = 0.5;
/** A gallery that asks for more patience than this is not obeyed; the file then fails. */
const LONGEST_WAIT_SECONDS = 900;

/**
 * Tries until it works: six times where the network or the gallery fails, waiting twice as long each time, and as
 * long as the gallery asks to where it says that there were too many requests.
 *
 * @throws what the last try threw
 */
export async function withRetries<T>(signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; ) {
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      const asked = error instanceof RefusedRequest ? error.retryAfterSeconds : undefined;
      const isPatienceEnough = (asked ?? 0) <= LONGEST_WAIT_SECONDS;
      if (!isPassing(error) || tries >= MAX_TRIES || !isPatienceEnough) throw error;
      if (asked === undefined) tries += 1;
      // Up to a quarter more, so that uploads which failed together do not come back together.
      const seconds = asked ?? FIRST_WAIT_SECONDS * 2 ** (tries - 2);
      await wait(seconds * 1000 * (1 + Math.random() / 4), undefined, { signal });
    }
  }
}
