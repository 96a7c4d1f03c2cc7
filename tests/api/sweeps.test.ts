import type { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Application } from '@movieflix/api-server/application.ts';
import { removeObjectsOf } from '@movieflix/api-server/removals/removal.service.ts';
import { hasOriginal } from '@movieflix/api-server/storage/originals.ts';
import { sweep } from '@movieflix/api-server/sweeps/sweeps.ts';
import { MULTIPART_THRESHOLD_BYTES } from '@movieflix/contracts';
import { sql } from 'kysely';
import { waitFor } from '../waiting/wait-for.ts';
import { type ImageBody, type MemberCaller, PASSWORD, signUp } from './gallery/caller.ts';
import { ask, put, sha256, someBytes, upload } from './gallery/files.ts';
import { addMovie, bodyOf, type ListBody, signUpAdmin } from './gallery/films.ts';
import { readyImage } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let gallery: Gallery;
let member: MemberCaller;

beforeAll(async () => {
  gallery = await startGallery({ works: true, resizes: true });
});
beforeEach(async () => {
  member = await signUp(gallery.server);
});
afterAll(() => gallery.close());

function sweepIn(milliseconds: number): Promise<boolean> {
  return sweep(gallery.app, new Date(Date.now() + milliseconds));
}

async function statusOf(id: string): Promise<number> {
  return (await member.call('GET', `/api/images/${id}`)).status;
}

async function rowOf(id: string) {
  return gallery.app.db.selectFrom('removals').selectAll().where('image_id', '=', id).executeTakeFirst();
}

test('an upload that has not arrived after a day is removed, and not before', async () => {
  const { id } = (await ask(member, someBytes())).body.image;
  await sweepIn(DAY_MS - HOUR_MS);
  expect(await statusOf(id)).toBe(200);
  await sweepIn(DAY_MS + HOUR_MS);
  expect(await statusOf(id)).toBe(404);
  expect((await member.call('GET', '/api/users/me')).body.usage).toMatchObject({ images: 0, bytes: 0 });
});

test('a large upload that stopped halfway loses its parts too', async () => {
  const bytes = someBytes(MULTIPART_THRESHOLD_BYTES + 1);
  const asked = await ask(member, bytes);
  const { id } = asked.body.image;
  const last = bytes.slice(asked.body.upload.partBytes * 2);
  const signed = await member.call('POST', `/api/images/${id}/parts/3`, { sha256: sha256(last) });
  expect((await put(signed.body, last)).status).toBe(200);
  await sweepIn(DAY_MS + HOUR_MS);
  expect((await put(signed.body, last)).status).toBe(404);
});

test('an upload that is asked for again counts from then on', async () => {
  const bytes = someBytes();
  const { id } = (await ask(member, bytes)).body.image;
  await age(id);
  await ask(member, bytes);
  await sweepIn(0);
  expect(await statusOf(id)).toBe(200);
});

/** The application with a bucket that does something before it answers. */
function withBucket(before: () => Promise<unknown>): Application {
  const { app } = gallery;
  const client = Object.assign(Object.create(app.bucket.client), {
    send: async (command: HeadObjectCommand) => {
      await before();
      return app.bucket.client.send(command);
    },
  });
  return { ...app, bucket: { ...app.bucket, client } };
}

test('an upload that is asked for again while the sweep is at it stays', async () => {
  const bytes = someBytes();
  const { id } = (await ask(member, bytes)).body.image;
  await age(id);
  await sweep(
    withBucket(() => ask(member, bytes)),
    new Date(),
  );
  expect(await statusOf(id)).toBe(200);
});

test('a step that fails does not keep the others from their work', async () => {
  const { id } = (await ask(member, someBytes())).body.image;
  await age(id);
  const cut = withBucket(() => Promise.reject(new Error('The bucket is away.')));
  await sweep(cut, new Date(Date.now() + 31 * DAY_MS));
  expect(await gallery.app.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
});

async function age(id: string): Promise<void> {
  await sql`update images set pending_since = now() - interval '2 days' where id = ${id}`.execute(
    gallery.app.db,
  );
}

test('an original whose result got lost is processed again', async () => {
  const { id } = await upload(member, someBytes());
  const image = async () => (await member.call('GET', `/api/images/${id}`)).body as unknown as ImageBody;
  await waitFor('its first result', async () => (await image()).status === 'failed');
  await sql`update images set status = 'pending', failure_reason = null where id = ${id}`.execute(
    gallery.app.db,
  );
  await age(id);
  await sweepIn(0);
  await waitFor('its second result', async () => (await image()).status === 'failed');
});

test('the trash is emptied after thirty days, and not before', async () => {
  const { id } = await readyImage(gallery, member);
  await member.call('DELETE', `/api/images/${id}`);
  await sweepIn(29 * DAY_MS);
  expect(await statusOf(id)).toBe(200);
  await sweepIn(31 * DAY_MS);
  expect(await rowOf(id)).toBeDefined();
});

test('of a member who left, nothing stays', async () => {
  const { id } = await upload(member, someBytes());
  await member.call('DELETE', '/api/users/me', { password: PASSWORD });
  await sweepIn(0);
  const { app } = gallery;
  expect(await hasOriginal(app.bucket, id)).toBe(false);
  expect(await app.db.selectFrom('users').select('id').where('id', '=', member.id).execute()).toEqual([]);
  expect(await app.db.selectFrom('images').select('id').where('owner_id', '=', member.id).execute()).toEqual(
    [],
  );
});

test("a member's favourites and lists go with them, and the films stay", async () => {
  const admin = await signUpAdmin(gallery);
  const { id: movieId } = await addMovie(admin, 'Metropolis');
  const keepIn = async (caller: MemberCaller) => {
    await caller.call('PUT', `/api/favourites/${movieId}`);
    const list = bodyOf<ListBody>(await caller.call('POST', '/api/lists', { name: 'To watch' }));
    await caller.call('PUT', `/api/lists/${list.id}/movies/${movieId}`);
    return list.id;
  };
  const listIds = [await keepIn(member), await keepIn(admin)];
  await member.call('DELETE', '/api/users/me', { password: PASSWORD });
  await sweepIn(0);
  const { db } = gallery.app;
  const favourites = await db.selectFrom('favourites').select('user_id').execute();
  expect(favourites).toEqual([{ user_id: admin.id }]);
  const lists = await db.selectFrom('movie_lists').select('id').where('id', 'in', listIds).execute();
  expect(lists).toEqual([{ id: listIds[1] }]);
  const items = await db.selectFrom('movie_list_items').select('list_id').execute();
  expect(items).toEqual([{ list_id: listIds[1] }]);
  expect((await admin.call('GET', `/api/movies/${movieId}`)).status).toBe(200);
});

test('objects whose removal a crash cut short are removed by the next sweep', async () => {
  const { id } = await upload(member, someBytes());
  await waitFor('its result', async () => (await member.call('DELETE', `/api/images/${id}`)).status === 204);
  await sql`with gone as (delete from images where id = ${id} returning id, upload_id)
    insert into removals select id, upload_id, now(), null from gone`.execute(gallery.app.db);
  await sweepIn(0);
  expect(await hasOriginal(gallery.app.bucket, id)).toBe(false);
  expect((await rowOf(id))?.objects_removed_at).toBeInstanceOf(Date);
});

test('what a URL that was still valid brought after the removal goes a day later', async () => {
  const bytes = someBytes();
  const asked = await ask(member, bytes);
  const { id } = asked.body.image;
  await member.call('DELETE', `/api/images/${id}/upload`);
  expect((await put(asked.body.upload, bytes)).status).toBe(200);
  await sweepIn(DAY_MS + HOUR_MS);
  expect(await hasOriginal(gallery.app.bucket, id)).toBe(false);
  expect(await rowOf(id)).toBeUndefined();
});

test('removing the objects of an image twice does no harm', async () => {
  const { id } = await upload(member, someBytes());
  const { db, bucket } = gallery.app;
  for (let times = 0; times < 2; times++)
    await removeObjectsOf(db, bucket, { id, upload_id: null }, new Date());
  expect(await hasOriginal(bucket, id)).toBe(false);
});

test('expired sessions and limits are removed', async () => {
  const { db } = gallery.app;
  await sweepIn(31 * DAY_MS);
  expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('rate_limits').selectAll().execute()).toEqual([]);
});

test('of several processes one sweeps at a time', async () => {
  const swept = await Promise.all([sweepIn(0), sweepIn(0), sweepIn(0)]);
  expect(swept.filter(Boolean).length).toBeGreaterThanOrEqual(1);
  await gallery.app.db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(7061947)`.execute(connection);
    expect(await sweepIn(0)).toBe(false);
    await sql`select pg_advisory_unlock(7061947)`.execute(connection);
  });
  expect(await sweepIn(0)).toBe(true);
});
