import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { originalMetadata, readOriginalMetadata } from '@movieflix/api-server/storage/original-metadata.ts';
import { headOriginal } from '@movieflix/api-server/storage/originals.ts';
import { presignOriginal } from '@movieflix/api-server/storage/upload-urls.ts';
import { MAX_ORIGINAL_BYTES } from '@movieflix/contracts';
import { callerOf, type MemberCaller, signUp } from './gallery/caller.ts';
import { ask, askFor, put, sha256, someBytes, upload } from './gallery/files.ts';
import { deliver, readyFinding, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let member: MemberCaller;

beforeAll(async () => {
  gallery = await startGallery({ config: { maxMemberBytes: 1_000_000 } });
});
beforeEach(async () => {
  member = await signUp(gallery.server);
});
afterAll(() => gallery.close());

async function usage() {
  return (await member.call('GET', '/api/users/me')).body.usage;
}

test('asking for an upload makes a pending image and a URL that takes the bytes', async () => {
  const bytes = someBytes();
  const asked = await ask(member, bytes, { filename: 'Boote im Hafen.jpg' });
  expect(asked.status).toBe(201);
  expect(asked.body.image).toMatchObject({
    status: 'pending',
    title: 'Boote im Hafen',
    visibility: 'private',
  });
  expect((await put(asked.body.upload, bytes)).status).toBe(200);
  expect(await usage()).toMatchObject({ images: 1, bytes: bytes.length });
});

test.each([
  ['more bytes than declared', (bytes: Uint8Array) => new Uint8Array([...bytes, 1])],
  ['fewer bytes than declared', (bytes: Uint8Array) => new Uint8Array(bytes.subarray(1))],
  ['other bytes than declared', (bytes: Uint8Array) => new Uint8Array(bytes).reverse()],
])('S3 refuses %s, and nothing is left of them', async (_name, changed) => {
  const bytes = someBytes();
  const asked = await ask(member, bytes);
  const refused = await put(asked.body.upload, changed(bytes));
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(refused.status).toBeLessThan(500);
  expect((await ask(member, bytes)).status).toBe(201);
});

test('S3 refuses a second PUT to the same URL', async () => {
  const bytes = someBytes();
  const asked = await ask(member, bytes);
  await put(asked.body.upload, bytes);
  expect((await put(asked.body.upload, bytes)).status).toBe(412);
});

test('S3 refuses another type than the signed one', async () => {
  const bytes = someBytes();
  const { url, headers } = (await ask(member, bytes)).body.upload;
  expect((await put({ url, headers: { ...headers, 'content-type': 'text/html' } }, bytes)).status).toBe(403);
});

test('an original carries its owner, its file name and its digest with it, and no others can be claimed', async () => {
  const bytes = someBytes();
  const filename = `${'写'.repeat(250)}.jpg`;
  const asked = await ask(member, bytes, { filename });
  const { url, headers } = asked.body.upload;
  const stranger = { ...headers, 'x-amz-meta-owner': crypto.randomUUID() };
  expect((await put({ url, headers: stranger }, bytes)).status).toBe(403);
  expect((await put({ url, headers }, bytes)).status).toBe(200);
  const head = await headOriginal(gallery.app.bucket, asked.body.image.id);
  const facts = readOriginalMetadata(head?.Metadata);
  expect(facts).toMatchObject({ ownerId: member.id, sha256: Buffer.from(sha256(bytes), 'hex') });
  // S3 has 2 KB for all metadata, so the longest names lose their end.
  expect(facts?.filename.length).toBe(200);
  expect(filename.startsWith(facts?.filename ?? '-')).toBe(true);
});

test.each([
  ['any script', '写真 "ä\\../\u202Egpj.jpg'],
  ['characters beyond the basic plane', `${'🚀'.repeat(127)}`],
  ['half a character', 'a\ud83d.jpg'],
])('a file name of %s fits into the metadata and comes back', (_what, filename) => {
  const facts = { ownerId: member.id, filename, sha256: Buffer.alloc(32, 7) };
  const metadata = originalMetadata(facts);
  expect(Object.entries(metadata).flat().join('').length).toBeLessThanOrEqual(2048);
  expect(Object.values(metadata).join('')).toMatch(/^[\x21-\x7e]*$/);
  expect(readOriginalMetadata(metadata)).toEqual({ ...facts, filename: filename.toWellFormed() });
});

test.each([
  ['none', undefined],
  ['no owner', { owner: '' }],
  ['an owner that is no id', { owner: 'ada' }],
  ['no file name', { filename: '' }],
  ['a file name that is not encoded as it should be', { filename: '%E5%86' }],
  ['a file name that PostgreSQL cannot hold', { filename: 'a%00b' }],
  ['a digest that is none', { sha256: 'abc' }],
])('metadata with %s says nothing of an original', (_what, changes) => {
  const facts = { ownerId: member.id, filename: 'harbour.jpg', sha256: Buffer.alloc(32) };
  expect(readOriginalMetadata(changes && { ...originalMetadata(facts), ...changes })).toBeUndefined();
});

test('S3 refuses an upload to a URL that has expired', async () => {
  const bytes = someBytes();
  const { id } = (await ask(member, bytes)).body.image;
  const declared = {
    imageId: id,
    contentType: 'image/jpeg',
    bytes: bytes.length,
    sha256: Buffer.from(sha256(bytes), 'hex'),
    ownerId: member.id,
    filename: 'harbour.jpg',
  };
  const hourAgo = new Date(Date.now() - 3_601_000);
  const refused = await put(await presignOriginal(gallery.app.bucket, declared, hourAgo), bytes);
  expect([refused.status, await refused.text()]).toEqual([
    403,
    expect.stringContaining('Request has expired'),
  ]);
  expect((await put((await ask(member, bytes)).body.upload, bytes)).status).toBe(200);
});

test.each([
  ['an empty file', { bytes: 0 }, 'wrong-size', 'at least 1'],
  ['a file over the limit', { bytes: MAX_ORIGINAL_BYTES + 1 }, 'wrong-size', '256 MiB'],
  [
    'a type that is not allowed',
    { contentType: 'image/svg+xml' },
    'unsupported-type',
    'received "image/svg+xml"',
  ],
  ['a digest that is none', { sha256: 'abc' }, 'invalid-input', '"sha256"'],
  ['an unknown field', { colour: 'red' }, 'invalid-input', '"colour" is not allowed.'],
  ['no file name', { filename: undefined }, 'invalid-input', '"filename" is required.'],
  ['a size that is no number', { bytes: 'many' }, 'wrong-size', 'must be a number'],
])('asking for an upload of %s is refused with a sentence', async (_name, changes, code, sentence) => {
  const answer = await ask(member, someBytes(), changes);
  expect([answer.status, answer.body.code]).toEqual([400, code]);
  expect(answer.body.message).toContain(sentence);
  expect(await usage()).toMatchObject({ images: 0, bytes: 0 });
});

test('a visitor cannot upload', async () => {
  expect((await ask(callerOf(gallery.server), someBytes())).status).toBe(401);
});

test('asking again for bytes that have not come continues with the same image', async () => {
  const bytes = someBytes();
  const [first, second] = [await ask(member, bytes), await ask(member, bytes)];
  expect(second.status).toBe(201);
  expect(second.body.image.id).toBe(first.body.image.id);
  expect((await put(second.body.upload, bytes)).status).toBe(200);
  expect(await usage()).toMatchObject({ images: 1, bytes: bytes.length });
});

test('bytes that have arrived are a duplicate, before and after their result, and in the trash', async () => {
  const bytes = someBytes();
  const image = await upload(member, bytes);
  const isDuplicate = async () => {
    const answer = await ask(member, bytes, { filename: 'copy.jpg' });
    return answer.status === 200 && answer.body.duplicate === true && answer.body.image.id === image.id;
  };
  expect(await isDuplicate()).toBe(true);
  await deliver(gallery, successRecord(readyFinding(image.id)));
  expect(await isDuplicate()).toBe(true);
  await member.call('DELETE', `/api/images/${image.id}`);
  expect(await isDuplicate()).toBe(true);
});

test('two members may have the same bytes', async () => {
  const bytes = someBytes();
  await upload(member, bytes);
  expect((await ask(await signUp(gallery.server), bytes)).status).toBe(201);
});

test('parallel asks for the same bytes make one image and charge it once', async () => {
  const bytes = someBytes();
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(member, bytes)));
  expect(new Set(answers.map((answer) => answer.body.image.id)).size).toBe(1);
  expect(await usage()).toMatchObject({ images: 1, bytes: bytes.length });
});

test('parallel asks together cannot exceed the quota, and a removed image gives its space back', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => ask(member, someBytes(), { bytes: 300_000 })),
  );
  const taken = answers.filter((answer) => answer.status === 201);
  expect(taken).toHaveLength(3);
  expect(new Set(answers.map((answer) => answer.body.code))).toEqual(new Set([undefined, 'quota-exceeded']));
  expect(await usage()).toMatchObject({ images: 3, bytes: 900_000 });
  await member.call('DELETE', `/api/images/${taken[0]?.body.image.id}/upload`);
  expect((await ask(member, someBytes(), { bytes: 300_000 })).status).toBe(201);
});

test('declaring the same bytes differently replaces a wrong declaration', async () => {
  const bytes = someBytes();
  const wrong = await ask(member, bytes, { bytes: 99 });
  const right = await ask(member, bytes);
  expect(right.body.image.id).not.toBe(wrong.body.image.id);
  expect((await put(right.body.upload, bytes)).status).toBe(200);
  expect(await usage()).toMatchObject({ images: 1, bytes: bytes.length });
});

test('declaring bytes differently once they have arrived removes nothing', async () => {
  const bytes = someBytes();
  const { id } = await upload(member, bytes);
  const again = await ask(member, bytes, { contentType: 'image/png' });
  expect([again.status, again.body.duplicate, again.body.image.id]).toEqual([200, true, id]);
});

test('an upload that was thrown away before it arrived comes back when it is asked for again', async () => {
  const bytes = someBytes();
  const { id } = (await ask(member, bytes)).body.image;
  await member.call('DELETE', `/api/images/${id}`);
  const again = await ask(member, bytes);
  expect([again.status, again.body.image]).toEqual([201, expect.objectContaining({ id, trashedAt: null })]);
  expect((await put(again.body.upload, bytes)).status).toBe(200);
});

test('an image whose original went missing can be uploaded again', async () => {
  const bytes = someBytes();
  const { id } = (await ask(member, bytes)).body.image;
  const message = 'The file is not there any more. Please upload it again.';
  await deliver(gallery, successRecord({ imageId: id, outcome: 'rejected', reason: 'missing', message }));
  const again = await ask(member, bytes);
  expect([again.status, again.body.image.status]).toEqual([201, 'pending']);
  expect((await put(again.body.upload, bytes)).status).toBe(200);
  expect(await usage()).toMatchObject({ images: 1, bytes: bytes.length });
});

test('an upload can be given up until it has arrived', async () => {
  const asked = await ask(member, someBytes());
  const { id } = asked.body.image;
  expect((await member.call('DELETE', `/api/images/${id}/upload`)).status).toBe(204);
  expect((await member.call('GET', `/api/images/${id}`)).status).toBe(404);
  expect(await usage()).toMatchObject({ images: 0, bytes: 0 });
  const arrived = await upload(member, someBytes());
  const answer = await member.call('DELETE', `/api/images/${arrived.id}/upload`);
  expect([answer.status, answer.body.code]).toEqual([409, 'already-arrived']);
});

test('a hundred uploads asked for at once are all taken', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(member, someBytes())));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
});

test('a file name of any script and form stays what it is', async () => {
  const filename = '写真 "ä\\../\u202Egpj.jpg';
  const { body } = await member.call('POST', '/api/images', askFor(someBytes(), { filename }));
  expect(body.image.filename).toBe(filename);
});
