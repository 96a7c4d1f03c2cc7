import { setTimeout as delay } from 'node:timers/promises';

/** Waits for a condition; the test's own time limit is the bound. */
export async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(5);
}
