import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { waitFor } from '../../waiting/wait-for.ts';
import type { Machine } from './machine.ts';

const PATIENCE_MS = 60_000;

export interface RunningApi extends AsyncDisposable {
  /** Where it listens. */
  url: string;
}

/**
 * Starts the API from an unpacked release, as hosts/api/units/movieflix-api.service does.
 *
 * @param folder stands for /opt/movieflix
 * @throws Error with its log where it does not come to listen
 */
export async function startReleasedApi(
  machine: Machine,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<RunningApi> {
  const [program = '', ...args] = [
    ...machine,
    path.join(folder, 'node/bin/node'),
    path.join(folder, 'server/main.js'),
  ];
  const child = spawn(program, args, {
    cwd: path.join(folder, 'server'),
    env: { NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let log = '';
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  const stop = async () => {
    child.kill();
    await ended;
  };
  const url = () => {
    if (child.exitCode !== null) throw new Error(`The released API ended with ${child.exitCode}:\n${log}`);
    return /"url":"([^"]+)"/.exec(log)?.[1];
  };
  try {
    return {
      url: await waitFor(() => `the released API to listen; it says:\n${log}`, url, PATIENCE_MS),
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
