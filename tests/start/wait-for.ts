import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until the answer is truthy, and returns it. */
export async function waitFor<T>(
  withinMs: number,
  ask: () => T | Promise<T>,
  describe = () => String(ask),
): Promise<Exclude<T, undefined | false | null>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, undefined | false | null>;
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for: ${describe()}`);
    await delay(20);
  }
}
