import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeSocketFolder } from '@movieflix/local/postgres/socket-folder.ts';
import { waitFor } from '../waiting/wait-for.ts';

export const CHECKOUT = path.join(import.meta.dirname, '../..');

/** Where a start may have to build the web app first. */
export const START_MS = 90_000;
export const STOP_MS = 20_000;

/** What `npm start` runs: a new gallery begins with a few films and photographs. */
export const START_WITH_SAMPLES = [process.execPath, 'bin/run.cjs', 'local/src/main.ts'];
/** What `npm start -- --empty` runs: a new gallery has nothing in it. */
export const START_EMPTY = [...START_WITH_SAMPLES, '--empty'];

export interface GalleryProcess {
  child: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** The base URL, once it has said that it is ready. */
  ready(): Promise<string>;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** A path of its own below the system's temporary folder; the gallery makes it. */
export function newDataFolder(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'movieflix-start-')), 'data');
}

/** Removes the folder, and first ends what a failed test left running on it. */
export async function removeDataFolder(folder: string): Promise<void> {
  for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
  await removeSocketFolder(path.join(folder, 'postgres'));
  rmSync(path.dirname(folder), { recursive: true, force: true });
}

/** @param command what to run in the checkout; by default what `npm start` runs */
export function startGallery(
  dataFolder: string,
  env: NodeJS.ProcessEnv = {},
  [program = '', ...args] = START_WITH_SAMPLES,
): GalleryProcess {
  const child = spawn(program, args, {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', MOVIEFLIX_DATA: dataFolder, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  let end: number | string | undefined;
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      end = code ?? signal ?? 'unknown';
      resolve(end);
    });
  });
  const readyUrl = () => /^movieFlix is ready: (\S+)$/m.exec(output)?.[1];
  const ready = () =>
    waitFor(
      'the gallery to be ready',
      () => {
        if (end !== undefined) throw new Error(`It ended with ${end} and said:\n${output}`);
        return readyUrl();
      },
      START_MS,
    );
  return { child, output: () => output, ready, ended };
}

/** The pids of everything that works on the data folder or was started with it. */
export function processesOf(dataFolder: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => pid !== process.pid && concerns(pid, dataFolder));
}

/** The one process of the folder whose command line contains the text. */
export function findProcess(dataFolder: string, text: string): number {
  const found = processesOf(dataFolder).filter((pid) => read(`/proc/${pid}/cmdline`).includes(text));
  if (found.length !== 1) throw new Error(`expected one process of "${text}" but found ${found.length}`);
  return found[0]!;
}

export async function waitUntilAllGone(dataFolder: string): Promise<boolean> {
  const describe = (pid: number) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  await waitFor(
    () => `the end of ${processesOf(dataFolder).map(describe).join(', ')}`,
    () => processesOf(dataFolder).length === 0,
    STOP_MS,
  );
  return true;
}

function concerns(pid: number, dataFolder: string): boolean {
  if (
    read(`/proc/${pid}/environ`).includes(dataFolder) ||
    read(`/proc/${pid}/cmdline`).includes(dataFolder)
  ) {
    return true;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(dataFolder);
  } catch {
    return false;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
