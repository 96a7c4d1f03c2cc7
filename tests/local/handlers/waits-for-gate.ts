import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Says its process id on the output and in the file `STARTED`, then waits until the file `GATE` exists. */
export async function handler() {
  const { GATE = '', STARTED } = process.env;
  console.log(`started ${process.pid}`);
  if (STARTED) writeFileSync(STARTED, String(process.pid));
  while (!existsSync(GATE)) await delay(10);
  return { pid: process.pid };
}
