import type { ChildProcess } from 'node:child_process';
import { HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterEach, expect, test } from '@jest/globals';
import catalogue from '@movieflix/api-server/samples/films.json' with { type: 'json' };
import { SAMPLES } from '@movieflix/api-server/samples/sample.ts';
import { originalKey } from '@movieflix/contracts';
import pg from 'pg';
import { waitFor } from '../waiting/wait-for.ts';
import { type Line, ready, startApiProcess } from './gallery/api-process.ts';
import { callerOf, type ImageBody, signUp } from './gallery/caller.ts';
import { someBytes, upload } from './gallery/files.ts';
import { type Gallery, type GalleryOptions, startGallery } from './gallery/start-gallery.ts';

const PHOTOGRAPHS = SAMPLES.map(({ name }) => name).filter((name) => name.endsWith('.jpg'));
const FILMS = catalogue.films.map(({ title }) => title).sort();
const RESIZED_WITHIN_MS = 60_000;

let gallery: Gallery;
let children: ChildProcess[] = [];

/** Most of it is done when the bytes are in the bucket; only one test waits for the resize function. */
async function open(options: GalleryOptions = {}): Promise<void> {
  gallery = await startGallery(options);
}

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  await gallery.close();
});

/** A host that brings samples. */
const startHost = (changes: Record<string, string> = {}) =>
  startApiProcess(gallery, children, { SAMPLE_CONTENT: 'on', ...changes });

function said(lines: () => Line[], sentence: string): Promise<boolean> {
  return waitFor(`"${sentence}"`, () => lines().some(({ msg }) => msg === sentence), RESIZED_WITHIN_MS);
}
const finished = (lines: () => Line[]) => said(lines, 'No sample is left to bring.');

async function everybodySees(): Promise<ImageBody[]> {
  return (await callerOf(gallery.server).call('GET', '/api/images?limit=100')).body.items;
}

function allReady(): Promise<ImageBody[]> {
  return waitFor(
    'the photographs',
    async () => {
      const images = await everybodySees();
      return images.length >= PHOTOGRAPHS.length && images;
    },
    RESIZED_WITHIN_MS,
  );
}

const filmTitles = async () => {
  const movies = await gallery.app.db.selectFrom('movies').select('title').execute();
  return movies.map(({ title }) => title).sort();
};

const rows = () => gallery.app.db.selectFrom('images').selectAll().execute();

async function originals(): Promise<number> {
  const { bucket } = gallery.app;
  const list = new ListObjectsV2Command({ Bucket: bucket.name, Prefix: 'originals/' });
  return (await bucket.client.send(list)).KeyCount ?? 0;
}

test('hosts that start together bring every film and photograph once, and everybody sees them with all that belongs to them', async () => {
  await open({ resizes: true });
  const hosts = [startHost(), startHost()];
  for (const { lines } of hosts) await finished(lines);
  const images = await allReady();
  expect(images.map(({ filename }) => filename).sort()).toEqual([...PHOTOGRAPHS].sort());
  for (const image of images) {
    expect(image.title).not.toBe(image.filename.replace('.jpg', ''));
    expect(image.description.length).toBeGreaterThan(40);
    expect(image.tags.length).toBeGreaterThanOrEqual(3);
    expect(image.thumbnails.map(({ width }) => width)).toEqual([320, 640, 1280, 2048]);
    expect(image.owner).toMatchObject({ displayName: 'movieFlix' });
  }
  expect(await filmTitles()).toEqual(FILMS);
  const visitor = callerOf(gallery.server);
  const found = (await visitor.call('GET', '/api/movies?q=Nosferatu')).body.items;
  expect((await visitor.call('GET', `/api/movies/${found[0]?.id}`)).body).toMatchObject({
    title: 'Nosferatu',
    year: 1922,
    genres: [{ name: 'Horror', description: expect.stringContaining('frighten') }],
    directors: [{ name: 'F. W. Murnau', bornYear: 1888, diedYear: 1931, bio: expect.any(String) }],
  });
  expect([(await rows()).length, await originals()]).toEqual([PHOTOGRAPHS.length, PHOTOGRAPHS.length]);
  const brought = hosts
    .flatMap(({ lines }) => lines())
    .filter(({ msg }) => msg === 'A sample was brought in.');
  expect(brought).toHaveLength(SAMPLES.length);
}, 120_000);

test('the first to sign up has the photographs as their own, and what they remove no later start brings back', async () => {
  await open();
  const first = startHost({ FIRST_SIGN_UP: 'admin' });
  const url = await ready(first.lines);
  await finished(first.lines);
  const account = { email: 'ada@example.org', password: 'long enough', displayName: 'Ada' };
  const answer = await fetch(`${url}/api/users`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const { token, user } = (await answer.json()) as { token: string; user: { id: string } };
  expect(user).toMatchObject({ isAdmin: true, usage: { images: PHOTOGRAPHS.length } });
  const ada = callerOf(gallery.server, token);
  const { items } = (await ada.call('GET', '/api/images?owner=me&limit=100')).body;
  expect(items).toHaveLength(PHOTOGRAPHS.length);
  const [{ id }, ...others] = items as [ImageBody, ...ImageBody[]];
  const head = new HeadObjectCommand({ Bucket: gallery.app.bucket.name, Key: originalKey(id) });
  expect((await gallery.app.bucket.client.send(head)).Metadata).toMatchObject({ owner: user.id });

  await ada.call('DELETE', `/api/images/${id}`);
  expect((await ada.call('DELETE', `/api/images/${id}?permanent=true`)).status).toBe(204);
  const [movie] = (await ada.call('GET', '/api/movies?q=Metropolis')).body.items;
  expect((await ada.call('DELETE', `/api/movies/${movie?.id}`)).status).toBe(204);

  await finished(startHost().lines);
  expect((await rows()).map((image) => image.id).sort()).toEqual(others.map((image) => image.id).sort());
  expect(await filmTitles()).toEqual(FILMS.filter((title) => title !== 'Metropolis'));
}, 120_000);

test('killed among the films, none of them is there, and the next start brings all', async () => {
  await open();
  const holder = new pg.Client(gallery.app.config.databaseUrl);
  await holder.connect();
  // Genres and directors are there by then, and the films wait.
  await holder.query('begin; lock table movies in share mode');
  const waiting =
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into \"movies\"%'";
  const { child, ended } = startHost();
  await waitFor('a film to be brought', async () => (await gallery.app.pool.query(waiting)).rowCount);
  child.kill('SIGKILL');
  await ended;
  await holder.end();
  expect([await filmTitles(), await gallery.app.db.selectFrom('genres').selectAll().execute()]).toEqual([
    [],
    [],
  ]);

  await finished(startHost().lines);
  expect(await filmTitles()).toEqual(FILMS);
}, 120_000);

test('killed before the bytes of a photograph, the next start goes on without doubles', async () => {
  await open();
  const holder = new pg.Client(gallery.app.config.databaseUrl);
  await holder.connect();
  // The first photograph gets its row, and then waits to have its tags written.
  await holder.query('begin; lock table tags');
  const { child, ended } = startHost();
  await waitFor('a photograph to be asked for', async () => (await rows()).length === 1);
  child.kill('SIGKILL');
  await ended;
  await holder.end();
  expect([(await rows()).length, await originals()]).toEqual([1, 0]);

  await finished(startHost().lines);
  expect([(await rows()).length, await originals()]).toEqual([PHOTOGRAPHS.length, PHOTOGRAPHS.length]);
}, 120_000);

test('killed between the bytes of a photograph and its note, the next start goes on without doubles', async () => {
  await open();
  const first = startHost();
  await finished(first.lines);
  const images = (await rows()).map(({ id }) => id);
  first.child.kill('SIGKILL');
  await first.ended;
  await gallery.app.db
    .updateTable('samples')
    .set({ brought_at: null })
    .where('name', '!=', 'films')
    .execute();

  await finished(startHost().lines);
  expect((await rows()).map(({ id }) => id).sort()).toEqual(images.sort());
  expect([(await rows()).length, await originals()]).toEqual([PHOTOGRAPHS.length, PHOTOGRAPHS.length]);
}, 120_000);

test('a photograph that another host is at is left to it, and brought once that host is gone', async () => {
  await open();
  const { db, config } = gallery.app;
  const name = PHOTOGRAPHS[2]!;
  await db
    .insertInto('samples')
    .values(SAMPLES.map((sample) => ({ name: sample.name, brought_at: null })))
    .execute();
  const other = new pg.Client(config.databaseUrl);
  await other.connect();
  await other.query(`begin; select from samples where name = '${name}' for update`);
  const { lines } = startHost();
  await waitFor('the others', async () => (await rows()).length === PHOTOGRAPHS.length - 1);
  expect((await rows()).map(({ filename }) => filename)).not.toContain(name);
  await other.end();
  await finished(lines);
  expect((await rows()).map(({ filename }) => filename).sort()).toEqual([...PHOTOGRAPHS].sort());
}, 120_000);

test('a gallery that has an image of its own gets no samples', async () => {
  await open();
  const member = await signUp(gallery.server);
  const { id } = await upload(member, someBytes());
  await finished(startHost().lines);
  expect((await rows()).map((image) => image.id)).toEqual([id]);
  expect(await filmTitles()).toEqual([]);
});

test('the photographs belong to the first administrator where there is one', async () => {
  await open();
  const admin = { email: 'ada@example.org', password: 'first password' };
  await finished(startHost({ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password }).lines);
  const { user } = (await callerOf(gallery.server).call('POST', '/api/sessions', admin)).body;
  expect(user).toMatchObject({ isAdmin: true, usage: { images: PHOTOGRAPHS.length } });
  expect((await rows()).every(({ owner_id }) => owner_id === user.id)).toBe(true);
});

test('where the bucket cannot be reached the API serves all the same, says so, and another start goes on', async () => {
  await open();
  const { lines } = startHost({ IMAGE_BUCKET: 'nowhere' });
  const url = await ready(lines);
  await said(lines, 'A sample could not be brought in; it is tried again.');
  expect((await fetch(`${url}/api/images`)).status).toBe(200);
  for (const child of children) child.kill('SIGKILL');
  await finished(startHost().lines);
  expect([(await rows()).length, await originals()]).toEqual([PHOTOGRAPHS.length, PHOTOGRAPHS.length]);
}, 120_000);

test('SIGTERM ends a process that still brings samples', async () => {
  await open();
  const holder = new pg.Client(gallery.app.config.databaseUrl);
  await holder.connect();
  await holder.query('begin; lock table tags');
  const { child, lines, ended } = startHost();
  await ready(lines);
  await waitFor('a photograph to be asked for', async () => (await rows()).length === 1);
  child.kill('SIGTERM');
  await said(lines, 'The API is stopping.');
  await holder.end();
  expect(await ended).toEqual([0, null]);
});
