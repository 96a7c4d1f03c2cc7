import type { Architecture } from '@movieflix/contracts/release-manifest';
import { ensureDebianPackages } from '../tools/debian-packages.ts';
import { debianRoot } from './debian-root.ts';

/** How to run a program built for an architecture: this command line goes before the program's own. */
export type Machine = readonly string[];

const HERE: Architecture = process.arch === 'arm64' ? 'arm64' : 'x86_64';

const LIBRARIES_OF_NODE = ['libc6', 'libgcc-s1', 'libstdc++6'];

/**
 * This machine itself, or qemu with the libraries of the hosts' Debian for the other architecture.
 *
 * @throws Error with a sentence where this machine cannot run such programs
 */
export async function machineOf(architecture: Architecture): Promise<Machine> {
  if (process.platform !== 'linux') throw new Error('it runs what is built for Linux, which wants Linux');
  if (architecture === HERE) return [];
  const [qemu, debian] =
    architecture === 'arm64'
      ? (['qemu-aarch64-static', 'arm64'] as const)
      : (['qemu-x86_64-static', 'amd64'] as const);
  await ensureDebianPackages([{ package: 'qemu-user-static', check: [qemu, '--version'] }]);
  return [qemu, '-L', await debianRoot('node', debian, LIBRARIES_OF_NODE)];
}
