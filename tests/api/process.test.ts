import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from '../postgres/test-database.ts';
import { waitFor } from '../waiting/wait-for.ts';
import { ready, startApiProcess, urlOf } from './gallery/api-process.ts';
import { openDatabaseGate } from './gallery/database-gate.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

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

const startProcess = (changes?: Record<string, string | undefined>) =>
  startApiProcess(gallery, children, changes);

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

test('a process lives before its database is there, says that it is not ready, and then makes its tables', async () => {
  const database = await createTestDatabase();
  const gate = await openDatabaseGate(database.url);
  gate.refuse();
  const admin = { email: 'ada@example.org', password: 'first password' };
  const { lines, child, ended } = startProcess({
    DATABASE_URL: gate.url,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  });
  const url = await urlOf(lines);
  const statusOf = async (path: string) => (await fetch(`${url}${path}`)).status;
  await waitFor('a failed attempt', () => lines().some((line) => line.msg === 'Waiting for the database.'));
  expect(await statusOf('/api/health')).toBe(200);
  expect(await (await fetch(`${url}/api/ready`)).json()).toMatchObject({
    status: 'unavailable',
    database: 'unavailable',
    queue: 'ok',
  });
  expect(await statusOf('/api/images')).toBe(503);
  gate.returnAnew();
  await waitFor('the API to be ready', async () => (await statusOf('/api/ready')) === 200);
  expect(await statusOf('/api/images')).toBe(200);
  const signedIn = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  });
  expect(await signedIn.json()).toMatchObject({ user: { isAdmin: true } });
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(JSON.stringify(lines())).not.toContain(admin.password);
  gate.close();
  await database.drop();
}, 60_000);

test('a process that still brings its tables up to date is not healthy, so that others get the requests', async () => {
  const holder = new pg.Client(gallery.app.config.databaseUrl);
  await holder.connect();
  await holder.query('begin; lock table kysely_migration');
  const { lines } = startProcess();
  const url = await urlOf(lines);
  const statusOf = async (path: string) => (await fetch(`${url}${path}`)).status;
  const waiting =
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  await waitFor('it to wait for the tables', async () => (await gallery.app.pool.query(waiting)).rowCount);
  expect(await statusOf('/api/health')).toBe(503);
  await holder.end();
  await waitFor('the API to be ready', async () => (await statusOf('/api/ready')) === 200);
  expect(await statusOf('/api/health')).toBe(200);
}, 60_000);

test('SIGTERM ends a process that still waits for its database', async () => {
  const { lines, child, ended } = startProcess({ DATABASE_URL: 'postgresql://127.0.0.1:1/nothing' });
  await waitFor('a failed attempt', () => lines().some((line) => line.msg === 'Waiting for the database.'));
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
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
