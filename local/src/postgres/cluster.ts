import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, commandAs } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';

export interface Cluster {
  dataFolder: string;
  /** Of the role `postgres`. Lies beside the data, so the two cannot be separated. */
  password: string;
}

/**
 * Opens the cluster in the folder, and makes it where it is missing. It is made under another name and renamed
 * when complete, so an interrupted attempt leaves nothing that could be taken for a cluster.
 */
export async function openCluster(
  folder: string,
  account: Account | undefined,
  binaries: PostgresBinaries,
): Promise<Cluster> {
  const dataFolder = path.join(folder, 'data');
  const passwordFile = path.join(folder, 'password');
  if (!existsSync(dataFolder)) await makeCluster(folder, account, binaries, dataFolder, passwordFile);
  return { dataFolder, password: await readFile(passwordFile, 'utf8') };
}

async function makeCluster(
  folder: string,
  account: Account | undefined,
  { initdb }: PostgresBinaries,
  dataFolder: string,
  passwordFile: string,
): Promise<void> {
  const unfinished = path.join(folder, 'data.unfinished');
  await mkdir(folder, { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await chmod(folder, 0o700);
  if (account !== undefined) {
    await chown(folder, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  // The builtin provider sorts by code point on every machine; the C.UTF-8 of the C library only tells pg_trgm
  // which characters are letters.
  const [program = '', ...args] = commandAs(
    account,
    [folder, initdb],
    [
      initdb,
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-messages=C',
    ],
  );
  try {
    await promisify(execFile)(program, args, { cwd: '/', env: { PATH: process.env['PATH'] } });
  } catch (cause) {
    const { stderr = '', message, code } = cause as Error & { stderr?: string; code?: unknown };
    if (code === 'ENOENT')
      throw new Error(`PostgreSQL needs ${program}, which Debian has in util-linux (${message}).`);
    throw new Error(`PostgreSQL's initdb failed in ${folder}: ${stderr.trim() || message}`, { cause });
  }
  await rename(unfinished, dataFolder);
}
