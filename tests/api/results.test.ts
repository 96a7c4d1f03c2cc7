import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { imageUrlsAt } from '@movieflix/api-server/storage/image-urls.ts';
import { renditionKey } from '@movieflix/contracts';
import { waitFor } from '../waiting/wait-for.ts';
import { type ImageBody, type MemberCaller, signUp } from './gallery/caller.ts';
import { ask, someBytes } from './gallery/files.ts';
import { deliver, enqueue, failureRecord, readyFinding, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let member: MemberCaller;
let id: string;

beforeAll(async () => {
  gallery = await startGallery({ works: true });
  member = await signUp(gallery.server);
});
beforeEach(async () => {
  id = (await ask(member, someBytes())).body.image.id;
});
afterAll(() => gallery.close());

async function image(): Promise<ImageBody> {
  return (await member.call('GET', `/api/images/${id}`)).body as unknown as ImageBody;
}

const rejected = () => ({
  imageId: id,
  outcome: 'rejected' as const,
  reason: 'broken' as const,
  message: 'Expected a whole JPEG but it ends early.',
});

test('a result over the queue makes an image ready', async () => {
  await enqueue(gallery, successRecord(readyFinding(id)));
  await waitFor('the image to be ready', async () => (await image()).status === 'ready');
  expect(await image()).toMatchObject({
    width: 1000,
    height: 500,
    takenAt: '2024-05-01T12:00:00',
    failure: null,
  });
  expect((await image()).thumbnails.map(({ width, height }) => [width, height])).toEqual([
    [320, 160],
    [640, 320],
  ]);
});

test('a picture that can never work fails with its reason', async () => {
  await deliver(gallery, successRecord(rejected()));
  expect((await image()).failure).toEqual({ reason: 'broken', message: rejected().message, canRetry: false });
  const retry = await member.call('POST', `/api/images/${id}/retry`);
  expect([retry.status, retry.body.code]).toEqual([409, 'cannot-retry']);
});

test('a function that failed for good can be tried again', async () => {
  await deliver(gallery, failureRecord(id));
  expect(await image()).toMatchObject({
    status: 'failed',
    failure: { reason: 'resize-failed', canRetry: true },
  });
});

test('a late failure does not take back what is ready', async () => {
  for (const body of [successRecord(readyFinding(id)), failureRecord(id), successRecord(rejected())]) {
    await deliver(gallery, body);
  }
  expect((await image()).status).toBe('ready');
});

test('a late success makes ready what had failed', async () => {
  for (const body of [failureRecord(id), failureRecord(id), successRecord(readyFinding(id))]) {
    await deliver(gallery, body);
  }
  expect(await image()).toMatchObject({ status: 'ready', failure: null });
});

test('the same result many times, also at the same time, is like once', async () => {
  const body = successRecord(readyFinding(id));
  await Promise.all(Array.from({ length: 10 }, () => deliver(gallery, body)));
  expect((await image()).thumbnails).toHaveLength(2);
});

test('one record may tell of several images', async () => {
  const other = (await ask(member, someBytes())).body.image.id;
  await deliver(gallery, successRecord(readyFinding(id), { ...rejected(), imageId: other }));
  expect((await image()).status).toBe('ready');
  expect(((await member.call('GET', `/api/images/${other}`)).body as unknown as ImageBody).status).toBe(
    'failed',
  );
});

test.each([
  ['no JSON', 'hello'],
  ['nothing', ''],
  ['null', 'null'],
  ['an S3 test event', '{"Event":"s3:TestEvent"}'],
  ['a record without images', '{"requestContext":{"condition":"Success"},"responsePayload":null}'],
  ['a negative width', () => successRecord(readyFinding(id, { width: -1 }))],
  ['a text with U+0000', () => successRecord(readyFinding(id, { thumbhash: 'a\0b' }))],
  ['an id that is none', () => successRecord(readyFinding("'; drop table images; --"))],
  ['no renditions', () => successRecord(readyFinding(id, { renditions: [] }))],
  ['a key that cannot be decoded', () => failureRecord('%E0%A4%A')],
  [
    'the same rendition twice',
    () => successRecord(readyFinding(id, { renditions: Array(2).fill({ width: 1, height: 1, bytes: 1 }) })),
  ],
  [
    'a rendition without bytes',
    () => successRecord(readyFinding(id, { renditions: [{ width: 1, height: 1, bytes: 0 }] })),
  ],
])('a message of %s is dropped and changes nothing', async (_name, body) => {
  await deliver(gallery, typeof body === 'string' ? body : body());
  expect((await image()).status).toBe('pending');
});

test('garbage on the queue does not hold up what follows', async () => {
  for (const body of ['garbage', '{}', successRecord(readyFinding(id))]) await enqueue(gallery, body);
  await waitFor('the image to be ready', async () => (await image()).status === 'ready');
});

test('a result of an image that nobody knows changes nothing', async () => {
  await deliver(gallery, successRecord(readyFinding(crypto.randomUUID())));
});

test('what a late resize wrote for a removed image goes', async () => {
  const { bucket } = gallery.app;
  await member.call('DELETE', `/api/images/${id}/upload`);
  await bucket.client.send(
    new PutObjectCommand({ Bucket: bucket.name, Key: renditionKey(id, 320), Body: 'x' }),
  );
  const url = (await imageUrlsAt(bucket, new Date())).rendition(id, 320);
  expect((await fetch(url)).status).toBe(200);
  await deliver(gallery, successRecord(readyFinding(id)));
  expect((await fetch(url)).status).toBe(404);
});
