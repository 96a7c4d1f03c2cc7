import { once } from 'node:events';
import {
  type AddressInfo,
  createServer as createServerOfSockets,
  type Server as SocketServer,
} from 'node:net';
import type { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer } from '@movieflix/api-server/app.ts';
import type { Application } from '@movieflix/api-server/application.ts';
import { openDatabase, openPool } from '@movieflix/api-server/database/database.ts';
import { consumeResults } from '@movieflix/api-server/results/result.consumer.ts';
import { handleResultMessage } from '@movieflix/api-server/results/result.message.ts';
import { waitFor } from '../waiting/wait-for.ts';
import { callerOf, type ImageBody, type MemberCaller, signUp } from './gallery/caller.ts';
import { ask, someBytes } from './gallery/files.ts';
import {
  deliver,
  enqueue,
  failureRecord,
  readyFinding,
  readyImage,
  successRecord,
} from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let member: MemberCaller;
/** Closes every connection at once, as a server does that is about to go. */
let nobody: SocketServer;
/** The same application with that one as its database. */
let cutOff: Application;

beforeAll(async () => {
  gallery = await startGallery();
  member = await signUp(gallery.server);
  nobody = createServerOfSockets((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const { port } = nobody.address() as AddressInfo;
  const pool = openPool(`postgresql://127.0.0.1:${port}/nothing`, gallery.app.log);
  cutOff = { ...gallery.app, pool, db: openDatabase(pool) };
});
afterAll(async () => {
  await cutOff.db.destroy();
  nobody.close();
  await gallery.close();
});

test('without its database the API says so, lives on, and is not ready', async () => {
  const server = await createServer(cutOff);
  const visitor = callerOf(server);
  const list = await visitor.call('GET', '/api/images');
  expect([list.status, list.body.code]).toEqual([503, 'unavailable']);
  expect((await visitor.call('GET', '/api/health')).status).toBe(200);
  const ready = await server.inject('/api/ready');
  expect([ready.statusCode, JSON.parse(ready.payload).database]).toEqual([503, 'unavailable']);
});

test('a result that comes while the database is away is not lost', async () => {
  const { id } = (await ask(member, someBytes())).body.image;
  const body = successRecord(readyFinding(id));
  await expect(handleResultMessage(cutOff, body)).rejects.toThrow();
  await enqueue(gallery, body);
  let isAway = true;
  const failed = Promise.withResolvers<void>();
  const consumer = consumeResults({
    ...gallery.app,
    log: Object.assign(Object.create(gallery.app.log), { error: () => failed.resolve() }),
    get db() {
      return isAway ? cutOff.db : gallery.app.db;
    },
  });
  await failed.promise;
  isAway = false;
  await waitFor('the image to be ready', async () => {
    const { body } = await member.call('GET', `/api/images/${id}`);
    return (body as unknown as ImageBody).status === 'ready';
  });
  await consumer.stop();
}, 30_000);

test('a queue that is away is asked again after a pause, and its answers are then read', async () => {
  const { app } = gallery;
  const errors: number[] = [];
  const twice = Promise.withResolvers<void>();
  let isAway = true;
  const consumer = consumeResults({
    ...app,
    log: Object.assign(Object.create(app.log), {
      error: () => {
        errors.push(performance.now());
        if (errors.length === 2) twice.resolve();
      },
    }),
    queue: Object.assign(Object.create(app.queue), {
      send: (command: ReceiveMessageCommand) =>
        isAway ? Promise.reject(new Error('The queue is away.')) : app.queue.send(command),
    }),
  });
  await twice.promise;
  const [first = 0, second = 0] = errors;
  expect(second - first).toBeGreaterThan(1_000);
  isAway = false;
  const { id } = (await ask(member, someBytes())).body.image;
  await enqueue(gallery, successRecord(readyFinding(id)));
  await waitFor('the image to be ready', async () => {
    const { body } = await member.call('GET', `/api/images/${id}`);
    return (body as unknown as ImageBody).status === 'ready';
  });
  await consumer.stop();
});

test('an image whose retry cannot be ordered stays failed', async () => {
  const { id } = (await ask(member, someBytes())).body.image;
  await deliver(gallery, failureRecord(id));
  const answer = await member.call('POST', `/api/images/${id}/retry`);
  expect(answer.status).toBe(500);
  const { body } = await member.call('GET', `/api/images/${id}`);
  expect(body).toMatchObject({ status: 'failed', failure: { canRetry: true } });
});

test('an image is removed for good also while the bucket is away, and its objects follow', async () => {
  const { id } = await readyImage(gallery, member);
  const { app } = gallery;
  const bucket = { ...app.bucket, name: 'no-such-bucket' };
  const server = await createServer({ ...app, bucket });
  const caller = callerOf(server, member.token);
  await caller.call('DELETE', `/api/images/${id}`);
  expect((await caller.call('DELETE', `/api/images/${id}?permanent=true`)).status).toBe(204);
  const removal = app.db.selectFrom('removals').selectAll().where('image_id', '=', id);
  expect(await removal.executeTakeFirst()).toMatchObject({ objects_removed_at: null });
});
