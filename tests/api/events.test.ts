import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { relayEvents } from '@movieflix/api-server/events/event.relay.ts';
import { sql } from 'kysely';
import { waitFor } from '../waiting/wait-for.ts';
import { type MemberCaller, PASSWORD, signUp } from './gallery/caller.ts';
import { type EventStream, openEvents } from './gallery/event-stream.ts';
import { ask, someBytes } from './gallery/files.ts';
import { deliver, failureRecord, readyFinding, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let member: MemberCaller;
let stream: EventStream;

beforeAll(async () => {
  gallery = await startGallery({ works: true });
  await gallery.server.start();
});
beforeEach(async () => {
  member = await signUp(gallery.server);
  stream = await openEvents(gallery.server, member.token);
});
afterEach(() => stream.close());
afterAll(() => gallery.close());

async function pendingImage(): Promise<string> {
  return (await ask(member, someBytes())).body.image.id;
}

function received(kind: string) {
  return waitFor(kind, async () => stream.events.find(({ event }) => event === kind));
}

test('the stream is one that proxies neither keep nor compress', () => {
  expect(Object.fromEntries(stream.response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'content-encoding': 'identity',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
});

test('an image that became ready is told with its thumbnails', async () => {
  const id = await pendingImage();
  await deliver(gallery, successRecord(readyFinding(id)));
  const { data } = await received('image.ready');
  expect(data.image).toMatchObject({ id, status: 'ready', exif: { latitude: 54.1 } });
  expect(data.image.thumbnails).toHaveLength(2);
});

test('failing, changing and removing are told', async () => {
  const id = await pendingImage();
  await deliver(gallery, failureRecord(id));
  expect((await received('image.failed')).data.image.failure?.canRetry).toBe(true);
  await member.call('PATCH', `/api/images/${id}`, { title: 'New' });
  expect((await received('image.changed')).data.image.title).toBe('New');
  await member.call('DELETE', `/api/images/${id}`);
  await member.call('DELETE', `/api/images/${id}?permanent=true`);
  expect((await received('image.removed')).data.imageId).toBe(id);
});

test('every stream of a member is told, and nobody else', async () => {
  const second = await openEvents(gallery.server, member.token);
  const stranger = await openEvents(gallery.server, (await signUp(gallery.server)).token);
  await deliver(gallery, successRecord(readyFinding(await pendingImage())));
  await waitFor('the second stream', async () => second.events.length > 0);
  await received('image.ready');
  expect(stranger.events).toEqual([]);
  second.close();
  stranger.close();
});

test('a change that is taken back is not told', async () => {
  const id = await pendingImage();
  const change = gallery.app.db.transaction().execute(async (trx) => {
    await sql`select pg_notify('movieflix_events', ${JSON.stringify({ kind: 'changed', ownerId: member.id, imageId: id })})`.execute(
      trx,
    );
    throw new Error('taken back');
  });
  await expect(change).rejects.toThrow('taken back');
  await deliver(gallery, successRecord(readyFinding(id)));
  await received('image.ready');
  expect(stream.events.map(({ event }) => event)).toEqual(['image.ready']);
});

test('what another process did is told too', async () => {
  const { app } = gallery;
  const sent: string[] = [];
  const hub = {
    ...app.hub,
    isWatching: () => true,
    send: (_member: string, event: string) => sent.push(event),
  };
  const other = relayEvents({ ...app, hub });
  await other.listening;
  await deliver(gallery, successRecord(readyFinding(await pendingImage())));
  await waitFor('the other process', async () => sent.includes('image.ready'));
  await other.close();
});

test('streams end when notifications may have been missed, and work again afterwards', async () => {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'movieflix-events' and datname = current_database()`.execute(gallery.app.db);
  await stream.ended;
  stream = await openEvents(gallery.server, member.token);
  await deliver(gallery, successRecord(readyFinding(await pendingImage())));
  await received('image.ready');
});

test('streams end when their member leaves', async () => {
  await member.call('DELETE', '/api/users/me', { password: PASSWORD });
  await stream.ended;
  expect((await openEvents(gallery.server, member.token)).response.status).toBe(401);
});

test('a member has a bounded number of streams, and a closed one makes room', async () => {
  const streams = [stream];
  while (streams.length < 20) streams.push(await openEvents(gallery.server, member.token));
  const refused = await openEvents(gallery.server, member.token);
  expect(refused.response.status).toBe(429);
  expect(refused.response.headers.get('retry-after')).toBe('60');
  for (const open of streams) open.close();
  stream = await waitFor('room for a stream', async () => {
    const opened = await openEvents(gallery.server, member.token);
    return opened.response.ok && opened;
  });
});

test('a visitor has no stream', async () => {
  const answer = await fetch(`${gallery.server.info.uri}/api/events`);
  expect(answer.status).toBe(401);
});
