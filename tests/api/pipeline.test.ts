import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invokeResize } from '@movieflix/api-server/resizing/invoke-resize.ts';
import sharp from 'sharp';
import { waitFor } from '../waiting/wait-for.ts';
import { type ImageBody, lastingFacts, type MemberCaller, signUp } from './gallery/caller.ts';
import { ask, upload } from './gallery/files.ts';
import { deliver, failureRecord } from './gallery/results.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

let gallery: Gallery;
let member: MemberCaller;

beforeAll(async () => {
  gallery = await startGallery({ works: true, resizes: true });
  member = await signUp(gallery.server);
});
afterAll(() => gallery.close());

async function settled(id: string): Promise<ImageBody> {
  return waitFor('a result', async () => {
    const image = (await member.call('GET', `/api/images/${id}`)).body as unknown as ImageBody;
    return image.status !== 'pending' && image;
  });
}

async function photograph(background: string): Promise<Uint8Array<ArrayBuffer>> {
  const create = { width: 700, height: 500, channels: 3 as const, background };
  return new Uint8Array(await sharp({ create }).jpeg().toBuffer());
}

test('an uploaded photograph becomes ready, and its thumbnails are pictures', async () => {
  const { id } = await upload(member, await photograph('navy'));
  const image = await settled(id);
  expect(image).toMatchObject({ status: 'ready', width: 700, height: 500, contentType: 'image/jpeg' });
  expect(image.thumbnails.map(({ width }) => width)).toEqual([320, 640]);
  const picture = await fetch(image.thumbnails[0]?.url ?? '');
  expect(await sharp(await picture.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 320 });
});

test('an animation is shown by a still, and said to move', async () => {
  const frames = await Promise.all(['coral', 'gold'].map(async (colour) => sharp(await photograph(colour))));
  const buffers = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
  const moving = await sharp(buffers, { join: { animated: true } })
    .gif()
    .toBuffer();
  const { id } = await upload(member, new Uint8Array(moving), {
    filename: 'a.gif',
    contentType: 'image/gif',
  });
  const image = await settled(id);
  expect(image).toMatchObject({ status: 'ready', width: 700, height: 500, isAnimated: true });
  const still = await fetch(image.thumbnails[0]?.url ?? '');
  expect((await sharp(await still.arrayBuffer()).metadata()).pages ?? 1).toBe(1);

  const { id: other } = await upload(member, await photograph('wheat'));
  expect((await settled(other)).isAnimated).toBe(false);
});

test('a text file that is named .jpg fails with a sentence, and its original is kept', async () => {
  const text = new TextEncoder().encode('This is no picture.');
  const { id } = await upload(member, text, { filename: 'note.jpg' });
  const image = await settled(id);
  expect(image).toMatchObject({ status: 'failed', failure: { reason: 'not-an-image', canRetry: false } });
  expect(image.failure?.message.length).toBeGreaterThan(20);
  expect(await (await fetch(image.originalUrl ?? '')).text()).toBe('This is no picture.');
});

test('what failed in passing is processed again on demand', async () => {
  const bytes = await photograph('olive');
  const asked = await ask(member, bytes);
  const { id } = asked.body.image;
  await deliver(gallery, failureRecord(id));
  await fetch(asked.body.upload.url, { method: 'PUT', headers: asked.body.upload.headers, body: bytes });
  await settled(id);
  await gallery.app.db
    .updateTable('images')
    .set({ status: 'failed', failure_reason: 'resize-failed', failure_message: 'x' })
    .where('id', '=', id)
    .execute();
  const retry = await member.call('POST', `/api/images/${id}/retry`);
  expect([retry.status, (retry.body as unknown as ImageBody).status]).toEqual([202, 'pending']);
  expect((await settled(id)).status).toBe('ready');
});

test('processing what is ready once more changes nothing', async () => {
  const { id } = await upload(member, await photograph('teal'));
  const before = await settled(id);
  await invokeResize(gallery.app.resize, id, before.bytes, new Date());
  const { id: later } = await upload(member, await photograph('tan'));
  await settled(later);
  expect(lastingFacts(await settled(id))).toEqual(lastingFacts(before));
});
