import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isRunning, stopChild } from '../child-process/stop-child.ts';
import type { LogFile } from '../data-folder/log-file.ts';

const DRAIN_MS = 10_000;
const READY_MS = 60_000;

export interface ApiProcess {
  /** Resolves when it has ended, whether asked to or not. */
  ended: Promise<void>;
  /** Resolves to whether it answered that it is ready, before it ended or was to stop. */
  ready: Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts the API, unchanged, as a process of its own that drains and ends when this one dies. */
export function startApiProcess(env: NodeJS.ProcessEnv, log: LogFile, stop: AbortSignal): ApiProcess {
  const main = fileURLToPath(import.meta.resolve('@movieflix/api-server/main.ts'));
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', process.execPath, main], {
    // A session of its own keeps a terminal's Ctrl-C away; stopping is ours to order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', log.write);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      log.write(`${error.message}\n`);
      resolve();
    });
  });
  return {
    ended,
    ready: waitUntilReady(`http://127.0.0.1:${env['PORT']}/api/ready`, child, stop),
    stop: () => stopChild(child, { signal: 'SIGTERM', hurrySignal: 'SIGKILL', patienceMs: DRAIN_MS }),
  };
}

async function waitUntilReady(url: string, child: ChildProcess, stop: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + READY_MS;
  while (isRunning(child) && !stop.aborted && Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return true;
    await delay(25);
  }
  return false;
}
