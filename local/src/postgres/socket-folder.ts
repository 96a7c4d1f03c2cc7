import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';

// A socket's path may have at most 107 bytes, and a data folder can lie deep; TMPDIR can be long, too.
const PREFIX = '/tmp/movieflix-postgres-';

/** A new folder of mode 0700 for the server's Unix socket, noted in `folder` so that it is found after a crash. */
export async function makeSocketFolder(folder: string, account: Account | undefined): Promise<string> {
  const socketFolder = await mkdtemp(PREFIX);
  await writeFile(noteIn(folder), socketFolder);
  if (account !== undefined) await chown(socketFolder, account.uid, account.gid);
  return socketFolder;
}

/** Removes the noted socket folder; no server may run on `folder` any more. */
export async function removeSocketFolder(folder: string): Promise<void> {
  const noted = await readFile(noteIn(folder), 'utf8').catch(() => '');
  if (!noted.startsWith(PREFIX)) return;
  await rm(noted, { recursive: true, force: true });
  await rm(noteIn(folder), { force: true });
}

function noteIn(folder: string): string {
  return path.join(folder, 'socket-folder');
}
