import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';

const FOLDER = path.join(CHECKOUT, '.cache/stacks');
const PREFIX = 'run-';

/** jest's workers inherit it. */
const VARIABLE = 'MOVIEFLIX_TEST_STACKS_RUN';

/** Makes the folder of this run, which all its test files share, and removes those of runs that were killed. */
export async function makeRunFolder(): Promise<string> {
  const folder = path.join(FOLDER, `${PREFIX}${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(FOLDER)) {
    if (!name.startsWith(PREFIX) || existsSync(`/proc/${name.slice(PREFIX.length)}`)) continue;
    await rm(path.join(FOLDER, name), { recursive: true, force: true });
  }
  process.env[VARIABLE] = folder;
  return folder;
}

export function runFolder(): string {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error(`expected ${VARIABLE}, set by tests/stacks/global-setup.ts`);
  return folder;
}
