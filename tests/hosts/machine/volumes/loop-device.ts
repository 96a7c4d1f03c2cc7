import { existsSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { waitFor } from '../../../waiting/wait-for.ts';
import { run } from '../../stage/programs.ts';

const GIB = 1024 ** 3;

/** Makes a block device of a file, which takes only the space that is written. */
export async function makeDevice(file: string, gib: number): Promise<string> {
  if (!existsSync(file)) await writeFile(file, '');
  await truncate(file, gib * GIB);
  return (await run('losetup', '--find', '--show', file)).trim();
}

export async function growDevice(device: string, file: string, gib: number): Promise<void> {
  await truncate(file, gib * GIB);
  await run('losetup', '--set-capacity', device);
}

/** Takes the device away once nothing inside has it mounted any more: two mounts of one volume would destroy it. */
export async function removeDevice(device: string, file: string): Promise<void> {
  await run('losetup', '--detach', device);
  await waitFor(`${device} to be let go`, async () => (await run('losetup', '--associated', file)) === '');
}
