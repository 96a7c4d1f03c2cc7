import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { runQuietly } from './run-quietly.ts';

export interface DebianPackage {
  package: string;
  /** A program with arguments that ends well where nothing has to be installed. */
  check: [program: string, ...args: string[]];
}

/**
 * Installs the packages whose check fails, where we are root on Debian.
 *
 * @throws Error with the sentence that says what to install
 */
export async function ensureDebianPackages(packages: DebianPackage[]): Promise<void> {
  const missing = await findMissing(packages);
  if (missing.length === 0) return;
  const names = missing.map((each) => each.package);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`it needs ${names.join(', ')}: apt install ${names.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly("Asking Debian's mirror what it has", 'apt-get', ['update', '-qq'], { env });
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  await runQuietly(`Installing ${names.join(', ')} with apt-get`, 'apt-get', install, { env });
  const still = await findMissing(packages);
  if (still.length > 0)
    throw new Error(`apt-get installed ${names.join(', ')}, but "${still[0]?.check.join(' ')}" still fails`);
}

async function findMissing(packages: DebianPackage[]): Promise<DebianPackage[]> {
  const works = await Promise.all(packages.map((each) => endsWell(each.check)));
  return packages.filter((_, index) => !works[index]);
}

async function endsWell([program, ...args]: DebianPackage['check']): Promise<boolean> {
  try {
    await promisify(execFile)(program, args, { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
