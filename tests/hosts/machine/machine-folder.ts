import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../stage/programs.ts';
import { controlGroups, removeControlGroup } from './control-group.ts';

/** What machines leave is called movieflix-machine-{process}-{name}: folders and control groups. */
const PREFIX = 'movieflix-machine-';

export function ownName(name: string): string {
  return `${PREFIX}${process.pid}-${name}`;
}

/** A folder of this process for a machine or its volumes. */
export async function makeFolder(name: string): Promise<string> {
  const folder = path.join(tmpdir(), ownName(name));
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** Lays what one host writes over what all hosts begin with. Nothing is flushed: it lasts no longer than the test. */
export async function mountOverlay(folder: string, below: string): Promise<string> {
  const root = path.join(folder, 'root');
  for (const part of ['root', 'upper', 'work']) await mkdir(path.join(folder, part), { recursive: true });
  const layers = `lowerdir=${below},upperdir=${folder}/upper,workdir=${folder}/work,volatile`;
  await run('mount', '-t', 'overlay', '-o', layers, 'overlay', root);
  return root;
}

/** Removes a folder with what is mounted in it and what devices are made of its files. */
export async function removeFolder(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/mounts', 'utf8')).split('\n').map((line) => line.split(' ')[1] ?? '');
  for (const mount of mounts.filter((each) => each.startsWith(`${folder}/`)).reverse())
    await run('umount', '--lazy', mount);
  const devices = JSON.parse((await run('losetup', '--list', '--json')) || '{"loopdevices":[]}') as Devices;
  for (const device of devices.loopdevices)
    if (device['back-file']?.startsWith(`${folder}/`)) await run('losetup', '--detach', device.name);
  await rm(folder, { recursive: true, force: true });
}

let leftoversGone: Promise<void> | undefined;

/** Removes what machines left behind whose process was killed; once, however many are booted at a time. */
export function removeLeftoverMachines(): Promise<void> {
  leftoversGone ??= removeLeftovers();
  return leftoversGone;
}

async function removeLeftovers(): Promise<void> {
  for (const group of (await controlGroups(PREFIX)).filter(isLeftover)) await removeControlGroup(group);
  for (const folder of (await readdir(tmpdir())).filter(isLeftover))
    await removeFolder(path.join(tmpdir(), folder));
}

interface Devices {
  loopdevices: { name: string; 'back-file': string | null }[];
}

function isLeftover(name: string): boolean {
  const pid = name.startsWith(PREFIX) ? /^\d+/.exec(name.slice(PREFIX.length))?.[0] : undefined;
  return pid !== undefined && !existsSync(`/proc/${pid}`);
}
