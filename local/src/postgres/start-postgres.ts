import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning, type Stopping, stopChild } from '../child-process/stop-child.ts';
import { chooseAccount, commandAs } from './account.ts';
import { findPostgresBinaries } from './binaries.ts';
import { openCluster } from './cluster.ts';
import { acceptsQueries } from './database.ts';
import { stopLeftoverServer } from './leftover.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

const RECOVERY_MS = 120_000;
/** PostgreSQL's fast shutdown ends sessions and writes a checkpoint; its immediate one leaves a recovery to do. */
const FAST_SHUTDOWN: Stopping = { signal: 'SIGINT', hurrySignal: 'SIGQUIT', patienceMs: 15_000 };

export interface PostgresOptions {
  /** Holds the data and the password; made where missing. */
  folder: string;
  /** Receives what the server writes to its log. */
  log(text: string): void;
  /** `name=value` settings over PostgreSQL's defaults. */
  settings?: string[];
}

/** Costs as on the database host (hosts/database/configure-cluster), so that queries are planned alike. */
const SETTINGS = ['listen_addresses=', 'timezone=UTC', 'log_timezone=UTC', 'random_page_cost=1.1'];

export interface Postgres {
  /** The connection string of one database on this server. */
  url(database: string): string;
  /** Resolves with a sentence when the server has ended, whether asked to or not. */
  ended: Promise<string>;
  /** Ends sessions, writes a checkpoint and waits until the server is gone. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL 17 on a private Unix socket, without a TCP port, and waits until it answers.
 *
 * It ends when this process does. A server left over by a killed start is stopped first; an interrupted
 * initdb is started anew.
 *
 * @throws with the server's own last words where it does not come up
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const binaries = findPostgresBinaries();
  const account = chooseAccount(options.folder);
  await mkdir(options.folder, { recursive: true });
  const folder = realpathSync(options.folder);
  const { dataFolder, password } = await openCluster(folder, account, binaries);
  await stopLeftoverServer(dataFolder);
  await removeSocketFolder(folder);

  const socketFolder = await makeSocketFolder(folder, account);
  const settings = [...SETTINGS, ...(options.settings ?? [])];
  const [program = '', ...args] = commandAs(
    account,
    [dataFolder, binaries.postgres],
    [
      binaries.postgres,
      '-D',
      dataFolder,
      '-k',
      socketFolder,
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
  );
  // A session of its own keeps a terminal's Ctrl-C away; stopping is ours to order.
  const server = spawn(program, args, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
  const lastWords = keepLastWords(server, options.log);
  const ended = describeEnd(server);
  const url = (database: string) =>
    `postgresql:///${encodeURIComponent(database)}?host=${socketFolder}&user=postgres&password=${password}`;
  const stop = () => stopChild(server, FAST_SHUTDOWN).then(() => removeSocketFolder(folder));

  const failure = await Promise.race([waitForQueries(url('postgres'), server), ended]);
  if (failure !== undefined) {
    await stop();
    throw new Error(`PostgreSQL did not start on ${dataFolder}: ${failure}\n${lastWords()}`.trim());
  }
  return { url, ended, stop };
}

async function waitForQueries(serverUrl: string, server: ChildProcess): Promise<string | undefined> {
  const deadline = Date.now() + RECOVERY_MS;
  while (!(await acceptsQueries(serverUrl))) {
    if (!isRunning(server)) return 'it ended at once';
    if (Date.now() > deadline) return `it accepted no connection within ${RECOVERY_MS / 1000} seconds`;
    await delay(20);
  }
  return undefined;
}

function keepLastWords(server: ChildProcess, log: (text: string) => void): () => string {
  let last = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    last = (last + text).slice(-2000);
    log(text);
  });
  return () => last;
}

function describeEnd(server: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    server.once('close', (code, signal) =>
      resolve(signal ? `it was ended by ${signal}` : `it exited with ${code}`),
    );
    server.once('error', (error) => resolve(`${server.spawnfile} cannot be run (${error.message})`));
  });
}
