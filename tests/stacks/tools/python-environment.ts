import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { ensureDebianPackages } from './debian-packages.ts';
import { withLock } from './lock.ts';
import { runQuietly } from './run-quietly.ts';

const FOLDER = path.join(CHECKOUT, '.cache/tools');

/** The absolute path of a program of the environment that requirements/NAME.txt describes. */
export function programOf(environment: string, program: string): string {
  return path.join(FOLDER, environment, 'bin', program);
}

/**
 * Makes the virtual environment .cache/tools/NAME with exactly the versions of requirements/NAME.txt, unless that
 * is what is there. Of several runs at once one installs and the others wait for it.
 *
 * @param about what the line on the terminal says is being installed
 */
export async function ensurePythonEnvironment(name: string, about: string): Promise<void> {
  const requirements = path.join(import.meta.dirname, `requirements/${name}.txt`);
  const folder = path.join(FOLDER, name);
  const stamp = path.join(folder, 'installed');
  const wanted = await fingerprint(requirements, folder);
  if (await isStamped(stamp, wanted)) return;
  await withLock(`${folder}.lock`, async () => {
    if (await isStamped(stamp, wanted)) return;
    await ensureDebianPackages([
      { package: 'python3-venv', check: ['python3', '-c', 'import ensurepip, venv'] },
    ]);
    await rm(folder, { recursive: true, force: true });
    await runQuietly(`Installing ${about} into .cache/tools/${name}`, 'python3', ['-m', 'venv', folder]);
    const pip = ['install', '--disable-pip-version-check', '--no-deps', '--requirement', requirements];
    await runQuietly(`Downloading ${about}`, programOf(name, 'pip'), pip);
    await writeFile(stamp, wanted);
  });
}

/** An environment names its own folder in its scripts, so a checkout that was moved needs it anew. */
async function fingerprint(requirements: string, folder: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(requirements))
    .update(folder)
    .digest('hex');
}

async function isStamped(stamp: string, wanted: string): Promise<boolean> {
  return existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted;
}
