import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { findOwnImage } from '@movieflix/api-server/images/image.repository.ts';
import { completeMultipart, createMultipart, listParts } from '@movieflix/api-server/storage/multipart.ts';
import { readOriginalMetadata } from '@movieflix/api-server/storage/original-metadata.ts';
import { headOriginal } from '@movieflix/api-server/storage/originals.ts';
import { presignPart } from '@movieflix/api-server/storage/upload-urls.ts';
import { openMultipart } from '@movieflix/api-server/uploads/multipart.service.ts';
import { MULTIPART_THRESHOLD_BYTES, originalKey, PART_BYTES } from '@movieflix/contracts';
import { type Answer, type MemberCaller, signUp } from './gallery/caller.ts';
import { ask, put, sha256, someBytes } from './gallery/files.ts';
import { deliver, readyFinding, readyImage, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const BYTES = MULTIPART_THRESHOLD_BYTES + 1000;

let gallery: Gallery;
let member: MemberCaller;
let file: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  gallery = await startGallery();
});
beforeEach(async () => {
  member = await signUp(gallery.server);
  file = someBytes(BYTES);
});
afterAll(() => gallery.close());

function partOf(number: number): Uint8Array<ArrayBuffer> {
  return file.slice((number - 1) * PART_BYTES, number * PART_BYTES);
}

async function sendPart(id: string, number: number, sent = partOf(number)): Promise<Response> {
  const signed = await member.call('POST', `/api/images/${id}/parts/${number}`, {
    sha256: sha256(partOf(number)),
  });
  return put(signed.body, sent);
}

function complete(id: string): Promise<Answer> {
  return member.call('POST', `/api/images/${id}/complete`);
}

test('a large file goes in parts and is put together', async () => {
  const asked = await ask(member, file);
  const { id } = asked.body.image;
  expect(asked.body.upload).toMatchObject({ partBytes: PART_BYTES, partCount: 3 });
  for (const number of [3, 1, 2]) expect((await sendPart(id, number)).status).toBe(200);
  const parts = await member.call('GET', `/api/images/${id}/parts`);
  expect(parts.body.items).toEqual([
    { partNumber: 1, bytes: PART_BYTES },
    { partNumber: 2, bytes: PART_BYTES },
    { partNumber: 3, bytes: 1000 },
  ]);
  expect((await complete(id)).status).toBe(200);
  await deliver(gallery, successRecord(readyFinding(id)));
  const { originalUrl } = (await member.call('GET', `/api/images/${id}`)).body as unknown as {
    originalUrl: string;
  };
  expect(sha256(new Uint8Array(await (await fetch(originalUrl)).arrayBuffer()))).toBe(sha256(file));
});

test('a large original carries its owner, its file name and the digest of the whole with it', async () => {
  const { id } = (await ask(member, file, { filename: 'Schloß.tiff' })).body.image;
  for (const number of [1, 2, 3]) await sendPart(id, number);
  await complete(id);
  const head = await headOriginal(gallery.app.bucket, id);
  expect(head?.ContentType).toBe('image/jpeg');
  expect(readOriginalMetadata(head?.Metadata)).toEqual({
    ownerId: member.id,
    filename: 'Schloß.tiff',
    sha256: Buffer.from(sha256(file), 'hex'),
  });
});

test('completing again after a lost answer is as good as once', async () => {
  const { id } = (await ask(member, file)).body.image;
  for (const number of [1, 2, 3]) await sendPart(id, number);
  const answers = await Promise.all([complete(id), complete(id)]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  expect((await complete(id)).status).toBe(200);
  await deliver(gallery, successRecord(readyFinding(id)));
  expect((await complete(id)).body.image.status).toBe('ready');
});

test('a large file that is complete is a duplicate before its result has come', async () => {
  const { id } = (await ask(member, file)).body.image;
  for (const number of [1, 2, 3]) await sendPart(id, number);
  await complete(id);
  const again = await ask(member, file);
  expect([again.status, again.body.duplicate, again.body.image.id]).toEqual([200, true, id]);
});

test('an upload that is completed while it is asked for again is not begun anew', async () => {
  const { app } = gallery;
  const { id } = (await ask(member, file)).body.image;
  for (const number of [1, 2, 3]) await sendPart(id, number);
  const asBefore = await findOwnImage(app.db, member.id, id);
  if (asBefore === undefined) throw new Error('Expected the image.');
  await complete(id);
  expect(await openMultipart(app.db, app.bucket, asBefore)).toBeUndefined();
});

test('a second upload of an original that is there changes nothing and leaves no parts', async () => {
  const { bucket } = gallery.app;
  const { id } = (await ask(member, file)).body.image;
  const other = someBytes(100);
  const uploadId = await createMultipart(bucket, id, 'image/jpeg', {
    ownerId: member.id,
    filename: 'harbour.jpg',
    sha256: Buffer.from(sha256(other), 'hex'),
  });
  const part = {
    imageId: id,
    uploadId,
    partNumber: 1,
    bytes: 100,
    sha256: Buffer.from(sha256(other), 'hex'),
  };
  await put(await presignPart(bucket, part, new Date()), other);
  for (const number of [1, 2, 3]) await sendPart(id, number);
  await complete(id);
  const parts = (await listParts(bucket, id, uploadId)) ?? [];
  expect(await completeMultipart(bucket, id, uploadId, parts)).toBe(false);
  expect(await listParts(bucket, id, uploadId)).toBeUndefined();
  const head = await bucket.client.send(new HeadObjectCommand({ Bucket: bucket.name, Key: originalKey(id) }));
  expect(head.ContentLength).toBe(BYTES);
});

test('nobody completes the upload of an image that is not theirs', async () => {
  const { id } = await readyImage(gallery, member, { visibility: 'public' });
  const stranger = await signUp(gallery.server);
  expect((await stranger.call('POST', `/api/images/${id}/complete`)).status).toBe(404);
});

test('completing says which parts are missing and leaves the upload open', async () => {
  const { id } = (await ask(member, file)).body.image;
  await sendPart(id, 2);
  const answer = await complete(id);
  expect([answer.status, answer.body.code]).toEqual([409, 'parts-missing']);
  expect(answer.body.message).toContain('Missing parts: 1, 3.');
  for (const number of [1, 3]) await sendPart(id, number);
  expect((await complete(id)).status).toBe(200);
});

test('S3 refuses a part with other bytes, and a shorter one', async () => {
  const { id } = (await ask(member, file)).body.image;
  expect((await sendPart(id, 3, partOf(3).reverse())).status).toBe(400);
  expect((await sendPart(id, 3, partOf(3).slice(1))).status).toBe(403);
});

test('asking again continues the same upload with the parts that have arrived', async () => {
  const first = await ask(member, file);
  await sendPart(first.body.image.id, 1);
  const second = await ask(member, file);
  expect(second.body.image.id).toBe(first.body.image.id);
  expect(second.body.upload.uploadId).toBe(first.body.upload.uploadId);
  const parts = await member.call('GET', `/api/images/${first.body.image.id}/parts`);
  expect(parts.body.items).toHaveLength(1);
});

test('parallel asks share one upload', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => ask(member, file)));
  expect(new Set(answers.map((answer) => answer.body.upload.uploadId)).size).toBe(1);
});

test('an upload that is given up leaves nothing', async () => {
  const { id } = (await ask(member, file)).body.image;
  await sendPart(id, 1);
  expect((await member.call('DELETE', `/api/images/${id}/upload`)).status).toBe(204);
  expect((await member.call('GET', `/api/images/${id}/parts`)).status).toBe(404);
  expect((await complete(id)).status).toBe(404);
});

test.each([
  ['beyond the last', 4, { sha256: 'a'.repeat(64) }, 'from 1 to 3, but received 4'],
  ['of number zero', 0, { sha256: 'a'.repeat(64) }, 'received 0'],
  ['without a digest', 1, {}, '"sha256" is required.'],
])('a part %s is not signed', async (_name, number, payload, sentence) => {
  const { id } = (await ask(member, file)).body.image;
  const answer = await member.call('POST', `/api/images/${id}/parts/${number}`, payload);
  expect(answer.status).toBe(400);
  expect(answer.body.message).toContain(sentence);
});

test('a small file has no parts', async () => {
  const { id } = (await ask(member, someBytes())).body.image;
  const answer = await member.call('POST', `/api/images/${id}/parts/1`, { sha256: 'a'.repeat(64) });
  expect([answer.status, answer.body.code]).toEqual([404, 'no-multipart-upload']);
  expect((await complete(id)).status).toBe(404);
});
