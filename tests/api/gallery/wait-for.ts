import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/** Asks again and again until there is a value, and fails with `what` where none comes. */
export async function waitFor<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await ask();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS} ms in vain for ${what}.`);
    await pause(20);
  }
}
