import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../runner/run-program.ts';
import { withLock } from '../stacks/tools/lock.ts';
import { runQuietly } from '../stacks/tools/run-quietly.ts';

const FILES = ['package.json', 'package-lock.json'];

/** Where the packages of .cache/tools/NAME are or would be. */
export function packagesFolder(name: string): string {
  return path.join(CHECKOUT, '.cache/tools', name);
}

/**
 * Installs packages that only a bench needs into .cache/tools/NAME, with exactly the versions of the lockfile in
 * `locked`, unless that is what is there: nobody should fetch them who only starts the gallery.
 *
 * @param about what the line on the terminal says is being installed
 */
export async function ensurePackages(name: string, about: string, locked: string): Promise<void> {
  const folder = packagesFolder(name);
  const stamp = path.join(folder, 'installed');
  const lockfile = await readFile(path.join(locked, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  const isThere = async () => existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted;
  if (await isThere()) return;
  await withLock(`${folder}.lock`, async () => {
    if (await isThere()) return;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const file of FILES) await copyFile(path.join(locked, file), path.join(folder, file));
    const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    await runQuietly(`Installing ${about} into .cache/tools/${name}`, 'npm', install, { cwd: folder });
    await writeFile(stamp, wanted);
  });
}
