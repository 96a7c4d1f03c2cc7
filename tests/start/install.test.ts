import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { waitFor } from '../waiting/wait-for.ts';
import { CHECKOUT } from './gallery-process.ts';

const { isInstalled } = createRequire(import.meta.url)(`${CHECKOUT}/bin/lockfile.cjs`);
const SLOW_MS = 20_000;

// Stands for npm: notes that it ran, waits for leave to go on, and leaves what a finished installation leaves.
const NPM = `
const fs = require('node:fs');
fs.appendFileSync('npm-runs', process.argv[2] + '\\n');
const timer = setInterval(() => {
  if (!fs.existsSync('npm-may-finish')) return;
  clearInterval(timer);
  fs.mkdirSync('node_modules/a', { recursive: true });
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
}, 10);
`;

let root: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'movieflix-install-'));
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(lockfileWith('1.0.0')));
  writeFileSync(path.join(root, 'npm.cjs'), NPM);
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

test(
  'what package-lock.json names is installed, and then not again',
  async () => {
    allowFinish();
    const first = await start().ended;
    expect(first).toEqual({ code: 0, output: expect.stringContaining('Installing movieFlix: 1 packages') });
    expect(await start().ended).toEqual({ code: 0, output: '' });
    expect(npmRuns()).toEqual(['ci']);
  },
  SLOW_MS,
);

test(
  'a lockfile that has changed since is installed',
  async () => {
    allowFinish();
    await start().ended;
    writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(lockfileWith('1.0.1')));
    await start().ended;
    expect(npmRuns()).toEqual(['ci', 'ci']);
  },
  SLOW_MS,
);

test('optional packages of other platforms may be missing, others may not', () => {
  const lockfile = lockfileWith('1.0.0');
  mkdirSync(path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify(lockfile));
  Object.assign(lockfile.packages, { 'node_modules/b': { version: '1.0.0', optional: true, os: ['aix'] } });
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(lockfile));
  expect(isInstalled(root)).toBe(true);
  Object.assign(lockfile.packages, { 'node_modules/c': { version: '1.0.0' } });
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify(lockfile));
  expect(isInstalled(root)).toBe(false);
});

test(
  'of two starts at once one installs and the other waits',
  async () => {
    const first = start();
    await waitFor('npm to run', () => npmRuns().length === 1, SLOW_MS);
    const second = start();
    await waitFor(
      'the second to wait',
      () => second.output().includes('Another start is installing'),
      SLOW_MS,
    );
    allowFinish();
    expect((await first.ended).code).toBe(0);
    expect((await second.ended).code).toBe(0);
    expect(npmRuns()).toEqual(['ci']);
  },
  SLOW_MS,
);

test(
  'an installation that was killed is begun anew',
  async () => {
    const killed = start();
    await waitFor('npm to run', () => npmRuns().length === 1, SLOW_MS);
    killed.child.kill('SIGTERM');
    expect((await killed.ended).code).not.toBe(0);
    allowFinish();
    expect((await start().ended).code).toBe(0);
    expect(npmRuns()).toEqual(['ci', 'ci']);
  },
  SLOW_MS,
);

test.each([
  ['npm error code ENOTFOUND', 'npm cannot reach its registry. Check the network'],
  ['npm error code ENOSPC', 'The disk is full'],
  ['npm error code EACCES', 'npm may not write here'],
  ['npm error something else', 'Put right what is said above and start again.'],
])(
  'where npm says "%s" the way out is told',
  async (npmSays, wayOut) => {
    writeFileSync(path.join(root, 'npm.cjs'), `console.error(${JSON.stringify(npmSays)}); process.exit(1);`);
    const { code, output } = await start().ended;
    expect(code).toBe(1);
    expect(output).toContain(npmSays);
    expect(output).toContain(wayOut);
  },
  SLOW_MS,
);

function lockfileWith(version: string) {
  return { packages: { '': {}, 'node_modules/a': { version, integrity: `sha512-of-${version}` } } };
}

function allowFinish(): void {
  writeFileSync(path.join(root, 'npm-may-finish'), '');
}

function npmRuns(): string[] {
  const file = path.join(root, 'npm-runs');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/** Sees to the installation below root, as bin/run.cjs does before it runs a program. */
function start() {
  const installation = JSON.stringify(path.join(CHECKOUT, 'bin/installation.cjs'));
  const script = `require(${installation}).ensureInstalled(process.argv[1]).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  })`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    npm_execpath: path.join(root, 'npm.cjs'),
    npm_node_execpath: process.execPath,
  };
  const child = spawn(process.execPath, ['-e', script, root], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return { child, output: () => output, ended };
}
