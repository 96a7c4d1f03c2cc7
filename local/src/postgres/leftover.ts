import { readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const FAST_SHUTDOWN_MS = 15_000;

/**
 * Stops a server that a killed start left running on this data folder. PostgreSQL itself clears a
 * `postmaster.pid` whose process is gone.
 */
export async function stopLeftoverServer(dataFolder: string): Promise<void> {
  const lockFile = await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(lockFile, 10);
  if (!(pid > 1) || !(await isServerOf(pid, dataFolder))) return;
  process.kill(pid, 'SIGINT');
  if (await goesAway(pid, dataFolder)) return;
  process.kill(pid, 'SIGQUIT');
  await goesAway(pid, dataFolder);
}

/** A pid alone proves nothing, since it may belong to another program by now; the server works in its data folder. */
async function isServerOf(pid: number, dataFolder: string): Promise<boolean> {
  return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === dataFolder;
}

async function goesAway(pid: number, dataFolder: string): Promise<boolean> {
  const deadline = Date.now() + FAST_SHUTDOWN_MS;
  while (await isServerOf(pid, dataFolder)) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}
