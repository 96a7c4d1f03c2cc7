import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { waitFor } from '../waiting/wait-for.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const MAIN = fileURLToPath(import.meta.resolve('@movieflix/api-server/main.ts'));

let gallery: Gallery;
let children: ChildProcess[] = [];

beforeAll(async () => {
  gallery = await startGallery();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
});
afterAll(() => gallery.close());

interface Line {
  url?: string;
  msg: string;
  err?: { message: string };
}

/** Starts the API as a process of its own, on the gallery's database and cloud. */
function startProcess(changes: Record<string, string> = {}) {
  const { config } = gallery.app;
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: config.databaseUrl,
      IMAGE_BUCKET: config.imageBucket,
      RESULTS_QUEUE_URL: config.resultsQueueUrl,
      RESIZE_FUNCTION_NAME: config.resizeFunctionName,
      AWS_REGION: config.region,
      AWS_ENDPOINT_URL: gallery.cloud.endpoint,
      ...changes,
    },
  });
  children.push(child);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const lines = (): Line[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  return { child, lines, ended: once(child, 'exit') };
}

async function ready(lines: () => Line[]): Promise<string> {
  return waitFor('the API to be ready', async () => lines().find((line) => line.url !== undefined)?.url);
}

test('SIGTERM ends open streams and the process within seconds', async () => {
  const { child, lines, ended } = startProcess();
  const url = await ready(lines);
  const account = { email: 'term@example.org', password: 'long enough', displayName: 'T' };
  const signedUp = await fetch(`${url}/api/users`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const { token } = (await signedUp.json()) as { token: string };
  const stream = await fetch(`${url}/api/events`, { headers: { authorization: `Bearer ${token}` } });
  const begin = performance.now();
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(performance.now() - begin).toBeLessThan(4_000);
  await stream.text();
  const log = JSON.stringify(lines());
  expect(log).not.toContain(token);
  expect(log).not.toContain(account.password);
}, 30_000);

test('a process whose log nobody reads any more ends by itself', async () => {
  const { child, lines, ended } = startProcess();
  const url = await ready(lines);
  child.stdout.destroy();
  await fetch(`${url}/api/images`).catch(() => undefined);
  const [code] = await ended;
  expect(code).not.toBe(0);
});

test('a port that is taken ends the start with the reason', async () => {
  const first = startProcess();
  const { port } = new URL(await ready(first.lines));
  const second = startProcess({ PORT: port });
  expect(await second.ended).toEqual([1, null]);
  expect(second.lines().at(-1)).toMatchObject({
    msg: 'The API cannot start.',
    err: { message: expect.stringContaining('EADDRINUSE') },
  });
}, 30_000);

test('a variable that is missing ends the start with its name', async () => {
  const { lines, ended } = startProcess({ IMAGE_BUCKET: '' });
  expect(await ended).toEqual([1, null]);
  expect(lines().at(-1)?.err?.message).toContain('IMAGE_BUCKET');
}, 30_000);
