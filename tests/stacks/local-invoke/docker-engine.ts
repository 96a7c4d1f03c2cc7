import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { waitFor } from '../../waiting/wait-for.ts';
import { ensureDebianPackages } from '../tools/debian-packages.ts';
import { askDocker } from './docker-api.ts';

export interface DockerEngine extends AsyncDisposable {
  socket: string;
}

/**
 * Starts a private Docker engine: with a network, images and containers of its own, whatever else runs here.
 *
 * @throws Error with a sentence where this machine cannot run one
 */
export async function startDockerEngine(): Promise<DockerEngine> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('it starts a Docker engine of its own, which wants Linux and root');
  await ensureDebianPackages([
    { package: 'docker.io', check: ['dockerd', '--version'] },
    { package: 'iproute2', check: ['ip', '-V'] },
  ]);
  const folder = await mkdtemp(path.join(tmpdir(), 'movieflix-docker-'));
  const address = `${await freeAddress()}/24`;
  const script = path.join(import.meta.dirname, 'run-dockerd.sh');
  const bridge = `movieflix${process.pid % 100_000}`;
  const child = spawn(script, [folder, bridge, address], {
    stdio: ['pipe', 'inherit', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'close');
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  const socket = path.join(folder, 'docker.sock');
  try {
    await waitFor('the Docker engine', () => answers(socket, folder));
  } catch (error) {
    const log = await readFile(path.join(folder, 'log'), 'utf8').catch(() => '');
    await stop();
    throw new Error(`no Docker engine can be started here: ${lastLine(log) ?? (error as Error).message}`);
  }
  return { socket, [Symbol.asyncDispose]: stop };
}

async function answers(socket: string, folder: string): Promise<boolean> {
  if (existsSync(path.join(folder, 'ended'))) throw new Error('it ended');
  return askDocker(socket, 'GET', '/_ping').then(
    () => true,
    () => false,
  );
}

/** The first address of a network that no interface is in; Node's own list lacks those without a carrier. */
async function freeAddress(): Promise<string> {
  const { stdout: taken } = await promisify(execFile)('ip', ['-4', '-oneline', 'address']);
  for (let third = 0; third < 256; third++) {
    const network = `10.213.${third}.`;
    if (!taken.includes(` ${network}`)) return `${network}1`;
  }
  throw new Error('expected a free network below 10.213.0.0/16');
}

function lastLine(log: string): string | undefined {
  return log.trim().split('\n').findLast(Boolean);
}
