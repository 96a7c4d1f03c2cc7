import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Says its process id, then waits until the file `GATE` exists. */
export async function handler() {
  const { GATE = '' } = process.env;
  console.log(`started ${process.pid}`);
  while (!existsSync(GATE)) await delay(10);
  return { pid: process.pid };
}
