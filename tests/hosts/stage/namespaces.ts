import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './programs.ts';

/** Namespaces and folders are called movieflix-{process}-{name}: what belongs to no process any more is a leftover. */
const PREFIX = 'movieflix-';
const NAMESPACES = '/run/netns';
/** `ip netns exec` shows the files of a folder here as those of /etc. */
const SETTINGS = '/etc/netns';

/** The full name of a namespace of this process. */
export function ownName(name: string): string {
  return `${PREFIX}${process.pid}-${name}`;
}

/** A network of its own with nothing but lo in it. */
export async function makeNamespace(name: string): Promise<string> {
  const namespace = ownName(name);
  await run('ip', 'netns', 'add', namespace);
  await run('ip', '-n', namespace, 'link', 'set', 'lo', 'up');
  return namespace;
}

/** Ends the programs that still run in a namespace, and removes it with its interfaces. */
export async function removeNamespace(namespace: string): Promise<void> {
  for (const pid of (await run('ip', 'netns', 'pids', namespace)).split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
  await run('ip', 'netns', 'delete', namespace);
  await rm(path.join(SETTINGS, namespace), { recursive: true, force: true });
}

/** Programs that `ip netns exec` starts in the namespace ask this name server. */
export async function useNameServer(namespace: string, address: string): Promise<void> {
  await mkdir(path.join(SETTINGS, namespace), { recursive: true });
  await writeFile(path.join(SETTINGS, namespace, 'resolv.conf'), `nameserver ${address}\n`);
}

/** A folder for the sockets, settings and logs of a stage; short, since names of sockets are. */
export async function makeStageFolder(name: string): Promise<string> {
  const folder = path.join(tmpdir(), ownName(name));
  await mkdir(folder, { mode: 0o755 });
  return folder;
}

/** Removes what runs left behind that were killed. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await leftoversIn(NAMESPACES)) await removeNamespace(name);
  for (const parent of [SETTINGS, tmpdir()])
    for (const name of await leftoversIn(parent))
      await rm(path.join(parent, name), { recursive: true, force: true });
}

async function leftoversIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => {
    const pid = /^movieflix-(\d+)-/.exec(name)?.[1];
    return pid !== undefined && !existsSync(`/proc/${pid}`);
  });
}
