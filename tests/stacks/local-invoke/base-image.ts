import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { debianRoot } from '../built/debian-root.ts';
import { npmPackage } from '../built/npm-package.ts';
import { askDocker } from './docker-api.ts';

const PARTS = path.join(import.meta.dirname, 'base-image');

const IS_ARM = process.arch === 'arm64';

const RUNTIME_CLIENT = [
  'aws-lambda-ric',
  '4.0.2',
  'FE5Vskx7mYNnqAnWWJXUOsLp2VGgdsJsCoRLFTa8L4Yk0QVtArqR8q58yPA++QC1a73ZWJXBQ2AH31nIAv7NOQ==',
] as const;

/** What a Dockerfile on top of AWS's image relies on, and what the runtime interface client asks for. */
const SETTINGS = [
  'ENV PATH=/var/lang/bin:/usr/bin:/bin LAMBDA_TASK_ROOT=/var/task LAMBDA_RUNTIME_DIR=/var/runtime',
  'WORKDIR /var/task',
];

export interface BaseImageParts {
  /** Debian's C and C++ libraries and busybox, unpacked. */
  system: string;
  /** AWS's runtime interface client. */
  runtimeClient: string;
}

/** @throws Error where Debian's mirror or npm's registry cannot be reached */
export async function fetchBaseImageParts(): Promise<BaseImageParts> {
  const packages = ['libc6', 'libgcc-s1', 'libstdc++6', 'busybox-static'];
  return {
    system: await debianRoot('lambda', IS_ARM ? 'arm64' : 'amd64', packages),
    runtimeClient: await npmPackage(...RUNTIME_CLIENT),
  };
}

/**
 * Gives the engine a substitute for AWS's image of the Node.js 24 runtime, under that image's name and without an
 * image registry: Debian's C library for Amazon Linux's, busybox for its shell, this project's Node 24, and AWS's
 * own runtime interface client but for its HTTP. The AWS SDK is not in it, so a bundle has to bring its own.
 */
export async function makeBaseImage(socket: string, parts: BaseImageParts): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'movieflix-image-'));
  try {
    await layOut(folder, parts);
    const target = new URLSearchParams([
      ['fromSrc', '-'],
      ['repo', 'public.ecr.aws/lambda/nodejs'],
      ['tag', IS_ARM ? '24-arm64' : '24-x86_64'],
      ...SETTINGS.map((setting) => ['changes', setting] as [string, string]),
    ]);
    const tar = spawn('tar', ['--create', '--directory', folder, '.'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(tar, 'close');
    await askDocker(socket, 'POST', `/images/create?${target}`, tar.stdout);
    const [code] = await ended;
    if (code !== 0) throw new Error(`tar ended with ${code}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The paths are those of AWS's image. */
async function layOut(folder: string, { system, runtimeClient }: BaseImageParts): Promise<void> {
  await cp(system, folder, { recursive: true, verbatimSymlinks: true });
  for (const name of ['sh', 'chmod', 'cp', 'mv', 'rm'])
    await symlink('busybox', path.join(folder, 'usr/bin', name));
  for (const name of ['opt', 'tmp', 'var/lang/bin', 'var/task', 'var/runtime/rapid-client.node'])
    await mkdir(path.join(folder, name), { recursive: true });
  await cp(node24(), path.join(folder, 'var/lang/bin/node'));
  const runtime = path.join(folder, 'var/runtime');
  await cp(path.join(runtimeClient, 'index.mjs'), path.join(runtime, 'index.mjs'));
  await cp(path.join(PARTS, 'bootstrap'), path.join(runtime, 'bootstrap'));
  // A folder of this name is required as its index.js, where a file would have to be machine code.
  await cp(path.join(PARTS, 'rapid-client.js'), path.join(runtime, 'rapid-client.node/index.js'));
}

function node24(): string {
  const own = path.join(CHECKOUT, `node_modules/node-linux-${process.arch}/bin/node`);
  return existsSync(own) ? own : process.execPath;
}
