import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../../waiting/wait-for.ts';

const MOUNT = '/sys/fs/cgroup';

/** The hierarchies in which systemd keeps groups: one, or two where the machine still has the older kind. */
function hierarchies(): string[] {
  if (existsSync(path.join(MOUNT, 'cgroup.controllers'))) return [MOUNT];
  return ['unified', 'systemd'].map((name) => path.join(MOUNT, name)).filter((folder) => existsSync(folder));
}

/**
 * Makes a control group for a container. Containers that shared one would end each other's services, since each
 * manages the groups below as its own.
 *
 * @returns the files into which the container's first process writes its id
 */
export async function makeControlGroup(name: string): Promise<string[]> {
  const folders = hierarchies().map((hierarchy) => path.join(hierarchy, name));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  return folders.map((folder) => path.join(folder, 'cgroup.procs'));
}

/** Ends everything in the group at once, as a power cut does, and removes it. */
export async function removeControlGroup(name: string): Promise<void> {
  for (const hierarchy of hierarchies()) {
    const group = path.join(hierarchy, name);
    await waitFor(`the processes of ${name} to end`, async () => {
      if (!existsSync(group)) return true;
      await killBelow(group);
      return removeFolders(group);
    });
  }
}

/** The names of all groups that begin with a prefix. */
export async function controlGroups(prefix: string): Promise<string[]> {
  const names = await Promise.all(hierarchies().map((hierarchy) => readdir(hierarchy)));
  return [...new Set(names.flat())].filter((name) => name.startsWith(prefix));
}

async function killBelow(group: string): Promise<void> {
  for (const folder of await foldersBelow(group)) {
    const pids = await readFile(path.join(folder, 'cgroup.procs'), 'utf8').catch(() => '');
    for (const pid of pids.split('\n').filter(Boolean)) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
  }
}

/** Whether all are gone. A group is busy for a moment longer than it lists the processes that end in it. */
async function removeFolders(group: string): Promise<boolean> {
  try {
    for (const folder of (await foldersBelow(group)).reverse()) await rmdir(folder);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EBUSY' || code === 'ENOENT') return false;
    throw error;
  }
}

/** The group's folder, then those below it. */
async function foldersBelow(group: string): Promise<string[]> {
  const entries = await readdir(group, { withFileTypes: true, recursive: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return [group, ...folders.map((entry) => path.join(entry.parentPath, entry.name)).sort()];
}
