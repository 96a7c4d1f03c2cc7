import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { imageUrlsAt } from '@movieflix/api-server/storage/image-urls.ts';
import { renditionKey } from '@movieflix/contracts';
import { type Caller, callerOf, type MemberCaller, type Method, signUp } from './gallery/caller.ts';
import { ask, someBytes, upload } from './gallery/files.ts';
import { deliver, readyFinding, readyImage, successRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let member: MemberCaller;
let other: MemberCaller;
let visitor: Caller;

beforeAll(async () => {
  gallery = await startGallery();
  member = await signUp(gallery.server, 'ada');
  other = await signUp(gallery.server, 'eve');
  visitor = callerOf(gallery.server);
});
afterAll(() => gallery.close());

test('title, description, tags and visibility change, each alone too', async () => {
  const { id } = await readyImage(gallery, member);
  const changes = { title: 'Boats', description: 'At noon', tags: ['Sea', 'boats'], visibility: 'public' };
  const changed = await member.call('PATCH', `/api/images/${id}`, changes);
  expect(changed.body).toMatchObject({ ...changes, tags: ['boats', 'sea'] });
  const titled = await member.call('PATCH', `/api/images/${id}`, { title: '' });
  expect(titled.body).toMatchObject({ ...changes, title: '', tags: ['boats', 'sea'] });
});

test.each([
  ['an unknown visibility', { visibility: 'friends' }, 'received "friends"'],
  ['an unknown field', { owner: 'me' }, '"owner" is not allowed.'],
  ['a tag twice', { tags: ['a', 'A'] }, 'duplicate'],
  ['a title that is too long', { title: 'x'.repeat(201) }, '200 characters'],
])('changing an image to %s is refused with a sentence', async (_name, changes, sentence) => {
  const { id } = await readyImage(gallery, member);
  const answer = await member.call('PATCH', `/api/images/${id}`, changes);
  expect(answer.status).toBe(400);
  expect(answer.body.message).toContain(sentence);
});

test("another member's image is not there, for every verb", async () => {
  const { id } = await readyImage(gallery, member);
  const verbs: [Method, string, object?][] = [
    ['GET', ''],
    ['PATCH', '', { title: 'mine' }],
    ['DELETE', ''],
    ['DELETE', '?permanent=true'],
    ['POST', '/restore'],
    ['POST', '/retry'],
    ['GET', '/original'],
    ['GET', '/thumbnail'],
    ['GET', '/parts'],
    ['POST', '/parts/1', { sha256: 'a'.repeat(64) }],
    ['POST', '/complete'],
    ['DELETE', '/upload'],
  ];
  for (const [method, path, payload] of verbs) {
    const answer = await other.call(method, `/api/images/${id}${path}`, payload);
    expect([method, path, answer.status]).toEqual([method, path, 404]);
  }
  expect((await visitor.call('GET', `/api/images/${id}`)).status).toBe(404);
});

test('a public image is seen by everybody and changed by its owner only', async () => {
  const { id } = await readyImage(gallery, member, { visibility: 'public' });
  for (const caller of [visitor, other, member]) {
    expect((await caller.call('GET', `/api/images/${id}`)).status).toBe(200);
  }
  expect((await other.call('PATCH', `/api/images/${id}`, { title: 'mine' })).status).toBe(404);
  expect((await other.call('DELETE', `/api/images/${id}`)).status).toBe(404);
  await member.call('DELETE', `/api/images/${id}`);
  expect((await visitor.call('GET', `/api/images/${id}`)).status).toBe(404);
});

test('where a picture was taken is shown to its owner only', async () => {
  const { id } = await readyImage(gallery, member, { visibility: 'public' });
  expect((await member.call('GET', `/api/images/${id}`)).text).toContain('"latitude":54.1');
  const seen = await visitor.call('GET', `/api/images/${id}`);
  expect(seen.text).toContain('"cameraModel":"X100"');
  expect(seen.text).not.toContain('itude');
});

test('the trash keeps an image until it is taken back', async () => {
  const { id } = await readyImage(gallery, member);
  expect((await member.call('DELETE', `/api/images/${id}`)).status).toBe(204);
  const list = async (query: string) => (await member.call('GET', `/api/images?owner=me${query}`)).text;
  expect(await list('')).not.toContain(id);
  expect(await list('&trashed=true')).toContain(id);
  const restored = await member.call('POST', `/api/images/${id}/restore`);
  expect(restored.body).toMatchObject({ id, trashedAt: null });
  expect(await list('')).toContain(id);
});

test('only what is in the trash is removed for good, and then its objects and space are too', async () => {
  const bytes = someBytes();
  const owner = await signUp(gallery.server);
  const { id } = await upload(owner, bytes);
  await deliver(gallery, successRecord(readyFinding(id)));
  const { bucket } = gallery.app;
  await bucket.client.send(
    new PutObjectCommand({ Bucket: bucket.name, Key: renditionKey(id, 320), Body: 'small' }),
  );
  const { originalUrl, thumbnails } = (await owner.call('GET', `/api/images/${id}`)).body as unknown as {
    originalUrl: string;
    thumbnails: { url: string }[];
  };
  const urls = [originalUrl, thumbnails[0]?.url ?? ''];
  for (const url of urls) expect((await fetch(url)).status).toBe(200);
  const early = await owner.call('DELETE', `/api/images/${id}?permanent=true`);
  expect([early.status, early.body.code]).toEqual([409, 'not-in-trash']);
  await owner.call('DELETE', `/api/images/${id}`);
  expect((await owner.call('DELETE', `/api/images/${id}?permanent=true`)).status).toBe(204);
  expect((await owner.call('GET', `/api/images/${id}`)).status).toBe(404);
  for (const url of urls) expect((await fetch(url)).status).toBe(404);
  expect((await owner.call('GET', '/api/users/me')).body.usage).toMatchObject({ images: 0, bytes: 0 });
  expect((await ask(owner, bytes)).status).toBe(201);
});

test('original and thumbnail point to the bucket', async () => {
  const bytes = someBytes();
  const image = await upload(member, bytes, { filename: 'Boote "ä".jpg' });
  expect((await member.call('GET', `/api/images/${image.id}/original`)).status).toBe(409);
  expect((await member.call('GET', `/api/images/${image.id}/thumbnail`)).status).toBe(409);
  await deliver(gallery, successRecord(readyFinding(image.id)));
  const original = await member.call('GET', `/api/images/${image.id}/original?download=true`);
  expect(original.status).toBe(302);
  const file = await fetch(String(original.headers['location']));
  expect(file.headers.get('content-type')).toBe('image/jpeg');
  expect(file.headers.get('content-disposition')).toBe(
    `attachment; filename="Boote ___.jpg"; filename*=UTF-8''Boote%20%22%C3%A4%22.jpg`,
  );
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  const keyFor = async (width: number) => {
    const answer = await member.call('GET', `/api/images/${image.id}/thumbnail?width=${width}`);
    return new URL(String(answer.headers['location'])).pathname.split('/').at(-1);
  };
  expect([await keyFor(1), await keyFor(321), await keyFor(5000)]).toEqual([
    '320.webp',
    '640.webp',
    '640.webp',
  ]);
});

test('a URL stays the same within its hour and works beyond it', async () => {
  const { bucket } = gallery.app;
  const at = async (time: string) => (await imageUrlsAt(bucket, new Date(time))).rendition('x', 320);
  const first = await at('2026-11-23T05:00:00.000Z');
  expect(await at('2026-11-23T05:59:59.999Z')).toBe(first);
  expect(await at('2026-11-23T06:00:00.000Z')).not.toBe(first);
  expect(new URL(first).searchParams.get('X-Amz-Expires')).toBe('7200');
});

test('an id that is none is refused, and one that nobody has is not there', async () => {
  expect((await member.call('GET', '/api/images/1')).status).toBe(400);
  const unknown = await member.call('GET', `/api/images/${crypto.randomUUID()}`);
  expect([unknown.status, unknown.body.code]).toEqual([404, 'image-not-found']);
});
