import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { waitFor } from '../../waiting/wait-for.ts';
import { makeControlGroup, removeControlGroup } from './control-group.ts';

/** What nspawn ends with when the system inside asks for a reboot. */
const REBOOT = 133;
const LONGEST_OUTPUT = 64 * 1024 * 1024;

/** A system that runs in namespaces of its own. */
export interface Container {
  /** Of its first process, as the machine around it sees it. */
  pid: number;
  /** How it ended: it asked for a reboot, it switched itself off, or it was killed. */
  ended: Promise<'reboot' | 'off' | 'killed'>;
  /** Ends all of it at once. */
  kill(): Promise<void>;
}

export interface ContainerSettings {
  /** Of its control group. */
  name: string;
  root: string;
  namespace: string;
  /** The file to which its console is appended. */
  console: string;
}

/** Boots what is in a root file system. It ends with this process, however that ends. */
export async function startContainer(settings: ContainerSettings): Promise<Container> {
  const groups = await makeControlGroup(settings.name);
  const enter = groups.map((file) => `echo $$ >${file}`).join(' && ');
  const console = openSync(settings.console, 'a');
  const child = spawn('sh', ['-c', `${enter} && exec "$@"`, 'sh', ...nspawn(settings)], {
    stdio: ['ignore', console, console],
    detached: true,
  });
  const ended = once(child, 'exit').then(([code]) => {
    if (code === REBOOT) return 'reboot' as const;
    return code === 0 ? ('off' as const) : ('killed' as const);
  });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const pid = await waitFor(`${settings.name} to start (${settings.console})`, async () => {
    if (isOver)
      throw new Error(`${settings.name} did not start: ${await readFile(settings.console, 'utf8')}`);
    return findInit(child.pid);
  });
  let killed: Promise<unknown> | undefined;
  const kill = async () => {
    killed ??= removeControlGroup(settings.name).then(() => ended);
    await killed;
  };
  return { pid, ended, kill };
}

/**
 * Runs a bash script inside, as root, and returns what it printed.
 *
 * @param input what it reads from standard input
 */
export async function runInside(pid: number, script: string, withinMs: number, input = ''): Promise<string> {
  const environment = ['env', '-i', 'HOME=/root', 'LC_ALL=C.UTF-8', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin'];
  const args = ['--target', String(pid), '--all', '--', ...environment, 'bash', '-c', script];
  const limits = { timeout: withinMs, maxBuffer: LONGEST_OUTPUT };
  const running = promisify(execFile)('nsenter', args, limits);
  // Who does not read may have ended by now.
  running.child.stdin?.on('error', () => undefined).end(input);
  return (await running).stdout;
}

function nspawn({ name, root, namespace }: ContainerSettings): string[] {
  return [
    ...['setpriv', '--pdeathsig', 'KILL', 'systemd-nspawn', '--quiet', '--boot', '--directory', root],
    ...[
      `--machine=${name.slice(-60)}`,
      '--register=no',
      '--keep-unit',
      '--resolv-conf=off',
      '--console=read-only',
    ],
    `--network-namespace-path=/run/netns/${namespace}`,
    // A virtual machine's root has them, and units of hosts confine themselves by them.
    '--capability=CAP_SYS_ADMIN,CAP_NET_ADMIN,CAP_SYS_RESOURCE',
  ];
}

/** The first process inside, once it is systemd and no longer nspawn. */
async function findInit(nspawnPid: number | undefined): Promise<number | undefined> {
  const children = await readFile(`/proc/${nspawnPid}/task/${nspawnPid}/children`, 'utf8').catch(() => '');
  const pid = children.trim().split(' ')[0];
  if (!pid) return undefined;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return name.trim() === 'systemd' ? Number(pid) : undefined;
}
