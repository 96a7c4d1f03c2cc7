import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { promisify } from 'node:util';
import { ensureDebianPackages } from '../../stacks/tools/debian-packages.ts';

/** Debian keeps programs of administration where not every PATH looks. */
const ENVIRONMENT = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };

/**
 * What a stage is made of.
 *
 * @throws Error with the sentence that says what to install, or why there can be no stage here
 */
export async function ensureStagePrograms(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('network namespaces need Linux and root');
  await ensureDebianPackages([
    { package: 'iproute2', check: ['/usr/sbin/ip', '-V'] },
    { package: 'nftables', check: ['/usr/sbin/nft', '--version'] },
    { package: 'dnsmasq-base', check: ['/usr/sbin/dnsmasq', '--version'] },
    { package: 'haproxy', check: ['/usr/sbin/haproxy', '-v'] },
    { package: 'nginx-light', check: ['/usr/sbin/nginx', '-v'] },
    { package: 'openssl', check: ['openssl', 'version'] },
  ]);
}

/** Runs a program to its end and returns what it printed. */
export async function run(program: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)(program, args, { env: ENVIRONMENT })).stdout;
}

export interface Server {
  stop(): Promise<void>;
}

/**
 * Starts a program that serves, with its output in a file. It ends with this process, however that ends.
 *
 * @param namespace the network namespace it runs in; undefined for the machine's own
 */
export function serve(
  logFile: string,
  namespace: string | undefined,
  program: string,
  ...args: string[]
): Server {
  const inside = namespace === undefined ? [] : ['ip', 'netns', 'exec', namespace];
  const command = ['--pdeathsig', 'KILL', ...inside, program, ...args];
  const child = spawn('setpriv', command, { env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  return { stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
