import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeSocketFolder } from '@movieflix/local/postgres/socket-folder.ts';
import { type Postgres, startPostgres } from '@movieflix/local/postgres/start-postgres.ts';

const FOLDER_PREFIX = 'movieflix-test-';

interface SharedServer {
  postgres: Postgres;
  folder: string;
}

/** Starts the PostgreSQL that all test files of one jest run share. It forgets durability for speed. */
export async function startSharedServer(): Promise<SharedServer> {
  await removeFoldersOfDeadRuns();
  const folder = await mkdtemp(path.join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];
  const postgres = await startPostgres({ folder, log: () => {}, settings });
  return { postgres, folder };
}

export async function stopSharedServer({ postgres, folder }: SharedServer): Promise<void> {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The server of a killed run has ended with it; only its folder is left. */
async function removeFoldersOfDeadRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER_PREFIX) ? name.slice(FOLDER_PREFIX.length).split('-')[0] : undefined;
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    await removeSocketFolder(path.join(tmpdir(), name));
    await rm(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
