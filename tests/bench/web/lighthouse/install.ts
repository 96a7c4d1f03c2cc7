import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../../runner/run-program.ts';
import { withLock } from '../../../stacks/tools/lock.ts';
import { runQuietly } from '../../../stacks/tools/run-quietly.ts';

const FOLDER = path.join(CHECKOUT, '.cache/tools/lighthouse');
const FILES = ['package.json', 'package-lock.json'];
const PROGRAM = path.join(FOLDER, 'node_modules/lighthouse/cli/index.js');

/**
 * Installs Lighthouse into .cache/tools with exactly the versions of the lockfile beside this file, unless that is what
 * is there: it has 176 MB, which nobody should fetch who only starts the gallery.
 *
 * @returns the path of its program
 */
export async function ensureLighthouse(): Promise<string> {
  const stamp = path.join(FOLDER, 'installed');
  const lockfile = await readFile(path.join(import.meta.dirname, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  const isThere = async () => existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted;
  if (await isThere()) return PROGRAM;
  return withLock(`${FOLDER}.lock`, async () => {
    if (await isThere()) return PROGRAM;
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    for (const file of FILES) await copyFile(path.join(import.meta.dirname, file), path.join(FOLDER, file));
    const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    await runQuietly('Installing Lighthouse into .cache/tools/lighthouse', 'npm', install, { cwd: FOLDER });
    await writeFile(stamp, wanted);
    return PROGRAM;
  });
}
