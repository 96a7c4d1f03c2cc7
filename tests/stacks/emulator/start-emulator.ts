import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choosePorts } from '@movieflix/local/gallery/ports.ts';
import { CHECKOUT } from '../../runner/run-program.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import { shellEnvironment } from '../tools/shell-environment.ts';
import { TOOLS } from '../tools/tools.ts';

export const REGION = 'eu-central-1';
export const LAUNCHER = path.join(import.meta.dirname, 'launcher/launch.py');
const FOLDER_PREFIX = 'movieflix-emulator-';
const START_WITHIN_MS = 60_000;

export interface Emulator {
  endpoint: string;
  /** What a shell must set so that sam and the AWS SDKs talk to the emulator alone. */
  environment: NodeJS.ProcessEnv;
  /** All that it wrote so far. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** An AWS of one's own on a free port of 127.0.0.1, empty. It ends with this process, however that ends. */
export async function startEmulator(): Promise<Emulator> {
  const port = (await choosePorts(0)).cloud;
  const endpoint = `http://127.0.0.1:${port}`;
  const folder = await makeFolder();
  const logFile = path.join(folder, 'log');
  const child = spawn(TOOLS.python, [LAUNCHER], {
    cwd: folder,
    env: emulatorEnvironment(port, folder),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const readLog = () => readFile(logFile, 'utf8').catch(() => '');
  const stop = async () => {
    await endGroup(child);
    log.end();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitFor('the emulator', () => answers(endpoint, child), START_WITHIN_MS);
  } catch (error) {
    const said = await readLog();
    await stop();
    throw new Error(`the emulator did not start: ${(error as Error).message}\n${said}`);
  }
  return { endpoint, environment: clientEnvironment(endpoint), log: readLog, stop };
}

/**
 * Outside of the checkout, whose package.json would make ES modules of the functions that the emulator unpacks there.
 * The folders of killed runs go.
 */
async function makeFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER_PREFIX) ? name.slice(FOLDER_PREFIX.length).split('-')[0] : undefined;
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    await rm(path.join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtemp(path.join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
}

function emulatorEnvironment(port: number, folder: string): NodeJS.ProcessEnv {
  const env = shellEnvironment({
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_REGION: REGION,
    TMPDIR: folder,
    // Policies of roles, buckets, queues and keys are enforced, and functions act by their roles.
    AUTH: 'true',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    // Functions run as processes, and nothing may look for a Docker engine.
    DOCKER_HOST: 'unix:///nonexistent.sock',
    LOG_LEVEL: 'INFO',
    ...CREDENTIALS,
    AWS_DEFAULT_REGION: REGION,
  });
  // Functions are nodejs24.x, which the system's own Node need not be.
  return { ...env, PATH: `${path.join(CHECKOUT, 'node_modules/.bin')}:${env['PATH']}` };
}

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

function clientEnvironment(endpoint: string): NodeJS.ProcessEnv {
  return {
    ...CREDENTIALS,
    AWS_ENDPOINT_URL: endpoint,
    AWS_DEFAULT_REGION: REGION,
    AWS_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
  const response = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
  return response?.ok ?? false;
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  // Not its close: functions inherit its output.
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}
