import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/**
 * Asks again and again until the answer is truthy, and returns it.
 *
 * @param what is waited for, for the error where it does not come in time
 */
export async function waitFor<T>(
  what: string | (() => string),
  ask: () => T | Promise<T>,
  withinMs = PATIENCE_MS,
): Promise<Exclude<T, undefined | false | null>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, undefined | false | null>;
    const awaited = typeof what === 'string' ? what : what();
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for ${awaited}.`);
    await pause(20);
  }
}
