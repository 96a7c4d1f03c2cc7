import {
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Application } from '@movieflix/api-server/application.ts';
import type { Finding } from '@movieflix/api-server/reconciliation/finding.ts';
import { lineOf } from '@movieflix/api-server/reconciliation/report.ts';
import { originalMetadata } from '@movieflix/api-server/storage/original-metadata.ts';
import { hasOriginal } from '@movieflix/api-server/storage/originals.ts';
import { originalKey, renditionKey } from '@movieflix/contracts';
import { sql } from 'kysely';
import sharp from 'sharp';
import { v4, v7 } from 'uuid';
import { waitFor } from '../waiting/wait-for.ts';
import { type ImageBody, type MemberCaller, PASSWORD, signUp } from './gallery/caller.ts';
import { ask, put, sha256, someBytes, upload } from './gallery/files.ts';
import { findingsOf } from './gallery/findings.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let gallery: Gallery;
let member: MemberCaller;

beforeAll(async () => {
  gallery = await startGallery({ works: true, resizes: true });
});
beforeEach(async () => {
  member = await signUp(gallery.server);
});
afterAll(() => gallery.close());

interface Run {
  isMending?: boolean;
  app?: Application;
  afterMs?: number;
}

function findings({ isMending = false, app = gallery.app, afterMs = 0 }: Run = {}): Promise<Finding[]> {
  return findingsOf(app, { isMending, now: () => new Date(Date.now() + afterMs) });
}

/** What is found of one image; the gallery has those of other tests, too. */
async function findingOf(id: string, run: Run = {}): Promise<Finding | undefined> {
  return (await findings(run)).find(({ imageId }) => imageId === id);
}

let colours = 0;

/** A photograph that no other test has. */
async function photograph(): Promise<Uint8Array<ArrayBuffer>> {
  const background = { r: colours++, g: 100, b: 200 };
  const create = { width: 700, height: 500, channels: 3 as const, background };
  return new Uint8Array(await sharp({ create }).png().toBuffer());
}

async function imageOf(id: string): Promise<ImageBody> {
  return (await member.call('GET', `/api/images/${id}`)).body as unknown as ImageBody;
}

function settled(id: string): Promise<ImageBody> {
  return waitFor('a result', async () => {
    const image = await imageOf(id);
    return image.status !== 'pending' && image;
  });
}

/** An image whose original and thumbnails are in the bucket. */
async function whole(): Promise<ImageBody> {
  const { id } = await upload(member, await photograph(), { contentType: 'image/png' });
  const image = await settled(id);
  expect(image.status).toBe('ready');
  return image;
}

async function removeObject(Key: string): Promise<void> {
  const { client, name } = gallery.app.bucket;
  await client.send(new DeleteObjectCommand({ Bucket: name, Key }));
}

async function putObject(
  Key: string,
  Body: Uint8Array,
  Metadata: Record<string, string> = {},
): Promise<void> {
  const { client, name } = gallery.app.bucket;
  await client.send(new PutObjectCommand({ Bucket: name, Key, Body, Metadata, ContentType: 'image/png' }));
}

async function keysOf(id: string): Promise<string[]> {
  const { client, name } = gallery.app.bucket;
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: name }));
  return Contents.flatMap(({ Key = '' }) => (Key.includes(id) ? [Key] : []));
}

/** As a restore to a moment before the upload does. */
async function forget(id: string): Promise<void> {
  await sql`with gone as (delete from images where id = ${id} returning owner_id, bytes)
    update users set image_count = image_count - 1, image_bytes = image_bytes - gone.bytes
    from gone where users.id = gone.owner_id`.execute(gallery.app.db);
}

async function change(id: string, changes: object): Promise<void> {
  await gallery.app.db.updateTable('images').set(changes).where('id', '=', id).execute();
}

function ago(milliseconds: number): Date {
  return new Date(Date.now() - milliseconds);
}

describe('an original that is gone', () => {
  test('is found as lost where the bucket keeps no versions, and stays so', async () => {
    const { id } = await whole();
    expect(await findingOf(id)).toBeUndefined();
    await removeObject(originalKey(id));
    const lost = { kind: 'original-missing', filename: 'harbour.jpg', outcome: 'left' };
    expect(await findingOf(id)).toMatchObject(lost);
    expect(await findingOf(id, { isMending: true })).toMatchObject(lost);
    expect((await imageOf(id)).status).toBe('ready');
  });

  test('is no loss where its owner was told to bring it again', async () => {
    const { id } = (await ask(member, someBytes())).body.image;
    await change(id, { status: 'failed', failure_reason: 'missing', failure_message: 'Upload it again.' });
    expect(await findingOf(id)).toBeUndefined();
    await change(id, { failure_reason: 'broken' });
    expect(await findingOf(id)).toMatchObject({ kind: 'original-missing' });
  });

  test('is no loss where its owner has left, and all of theirs is going', async () => {
    const { id } = await whole();
    await removeObject(originalKey(id));
    await member.call('DELETE', '/api/users/me', { password: PASSWORD });
    expect(await findingOf(id)).toBeUndefined();
  });
});

describe('an upload under way', () => {
  test.each([
    ['that was just asked for', 0],
    ['that came to nothing, which the sweep removes', 2 * DAY_MS],
  ])('%s is no finding', async (_what, ageMs) => {
    const { id } = (await ask(member, someBytes())).body.image;
    await change(id, { pending_since: ago(ageMs) });
    expect(await findingOf(id, { isMending: true })).toBeUndefined();
    expect((await imageOf(id)).status).toBe('pending');
  });

  test('that arrived a moment ago is no finding', async () => {
    const { id } = await whole();
    await change(id, { status: 'pending', pending_since: ago(DAY_MS) });
    expect(await findingOf(id)).toBeUndefined();
  });
});

describe('thumbnails that are gone', () => {
  test('are found, and made again from the original', async () => {
    const { id } = await whole();
    await removeObject(renditionKey(id, 320));
    expect(await findingOf(id)).toMatchObject({ kind: 'renditions-missing', outcome: 'mendable' });
    expect(await findingOf(id, { isMending: true })).toMatchObject({ outcome: 'mended' });
    await waitFor('the thumbnail', async () => (await keysOf(id)).includes(renditionKey(id, 320)));
    expect(await findingOf(id)).toBeUndefined();
    expect((await imageOf(id)).status).toBe('ready');
  });
});

describe('a result that is missing', () => {
  test.each([
    ['that is pending as before its result', { status: 'pending', failure_reason: null }],
    ['whose resize failed in passing', { status: 'failed', failure_reason: 'resize-failed' }],
    ['whose original was missing then', { status: 'failed', failure_reason: 'missing' }],
  ])('of an image %s is found when it is overdue, and comes', async (_what, state) => {
    const { id } = await whole();
    await change(id, { ...state, pending_since: ago(DAY_MS) });
    expect(await findingOf(id, { afterMs: 14 * MINUTE_MS })).toBeUndefined();
    const later = { afterMs: 16 * MINUTE_MS };
    expect(await findingOf(id, later)).toMatchObject({ kind: 'result-missing', outcome: 'mendable' });
    expect(await findingOf(id, { ...later, isMending: true })).toMatchObject({ outcome: 'mended' });
    expect((await settled(id)).status).toBe('ready');
    expect(await findingOf(id, later)).toBeUndefined();
  });

  test('of an image that is being retried is not overdue yet', async () => {
    const { id } = await whole();
    await change(id, { status: 'pending', pending_since: new Date(Date.now() + 10 * MINUTE_MS) });
    expect(await findingOf(id, { afterMs: 16 * MINUTE_MS })).toBeUndefined();
  });

  test('of a file that is no picture has come', async () => {
    const { id } = await upload(member, someBytes());
    expect((await settled(id)).status).toBe('failed');
    expect(await findingOf(id, { afterMs: 16 * MINUTE_MS })).toBeUndefined();
  });
});

describe('an original without an image', () => {
  test('becomes the image again that it was, with its owner, file name and place in time', async () => {
    const bytes = await photograph();
    const asked = { filename: '写真 (1).png', contentType: 'image/png' };
    const { id } = await upload(member, bytes, asked);
    const before = await settled(id);
    await member.call('PATCH', `/api/images/${id}`, { visibility: 'public' });
    const usage = async () => (await member.call('GET', '/api/users/me')).body.usage;
    const held = await usage();
    await forget(id);
    expect(await usage()).toMatchObject({ images: 0, bytes: 0 });

    const unknown = { kind: 'image-missing', filename: asked.filename };
    expect(await findingOf(id)).toMatchObject({ ...unknown, outcome: 'mendable' });
    expect(await findingOf(id, { isMending: true })).toMatchObject({ ...unknown, outcome: 'mended' });
    const { createdAt: _, ...same } = before as ImageBody & { createdAt: string };
    const now = await settled(id);
    expect(now).toMatchObject({ ...same, thumbnails: expect.any(Array), originalUrl: expect.any(String) });
    expect(now).toMatchObject({ status: 'ready', visibility: 'private', owner: { id: member.id } });
    expect(now.thumbnails.map(({ width }) => width)).toEqual([320, 640]);
    expect(await usage()).toEqual(held);
    expect(await findingOf(id)).toBeUndefined();
    expect((await ask(member, bytes, asked)).body.duplicate).toBe(true);
    const [{ created_at }] = await rowsOf(id);
    expect(+created_at).toBe(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
  });

  async function rowsOf(id: string) {
    const rows = await gallery.app.db.selectFrom('images').selectAll().where('id', '=', id).execute();
    return rows as [(typeof rows)[number]];
  }

  test('is made an image even where the quota is used up, and at the time of its arrival where its id has none', async () => {
    const id = v4();
    const bytes = await photograph();
    const facts = { ownerId: member.id, filename: 'old.png', sha256: Buffer.from(sha256(bytes), 'hex') };
    await gallery.app.db
      .updateTable('users')
      .set({ image_bytes: gallery.app.config.maxMemberBytes })
      .where('id', '=', member.id)
      .execute();
    await putObject(originalKey(id), bytes, originalMetadata(facts));
    expect(await findingOf(id, { isMending: true })).toMatchObject({ outcome: 'mended' });
    expect((await settled(id)).status).toBe('ready');
    const [{ created_at }] = await rowsOf(id);
    expect(Math.abs(Date.now() - +created_at)).toBeLessThan(10 * MINUTE_MS);
  });

  test('is left with the reason where it carries nothing', async () => {
    const id = v7();
    await putObject(originalKey(id), someBytes());
    const left = {
      kind: 'image-missing',
      outcome: 'left',
      note: expect.stringContaining('nothing that tells'),
    };
    expect(await findingOf(id, { isMending: true })).toMatchObject(left);
    expect(await rowsOf(id)).toEqual([]);
  });

  test('is left with the reason where its owner is unknown, has left, or has the same picture', async () => {
    const { id } = await upload(member, await photograph(), { contentType: 'image/png' });
    await settled(id);
    const { owner_id: ownerId, filename, sha256 } = (await rowsOf(id))[0];
    const copies = {
      unknown: { id: v7(), facts: { ownerId: v7(), filename, sha256 }, note: 'unknown' },
      same: { id: v7(), facts: { ownerId, filename, sha256 }, note: `the same picture as image ${id}` },
    };
    for (const copy of Object.values(copies))
      await putObject(originalKey(copy.id), someBytes(), originalMetadata(copy.facts));
    for (const { id, note } of Object.values(copies))
      expect(await findingOf(id, { isMending: true })).toMatchObject({
        outcome: 'left',
        filename,
        note: expect.stringContaining(note),
      });
    await member.call('DELETE', '/api/users/me', { password: PASSWORD });
    expect(await findingOf(copies.same.id, { isMending: true })).toMatchObject({
      outcome: 'left',
      note: expect.stringContaining('has left'),
    });
  });

  test('that was removed, and whose objects are still going, is no finding', async () => {
    const { id } = await whole();
    await forget(id);
    await sql`insert into removals values (${id}, null, now(), null)`.execute(gallery.app.db);
    expect(await findingOf(id, { isMending: true })).toBeUndefined();
  });
});

test('thumbnails of an image that is nowhere else are named, and left', async () => {
  const { id } = await whole();
  await forget(id);
  await removeObject(originalKey(id));
  expect(await findingOf(id, { isMending: true })).toMatchObject({
    kind: 'only-renditions',
    outcome: 'left',
  });
  expect(await keysOf(id)).toHaveLength(2);
});

test('without being asked to mend, nothing is changed', async () => {
  const [gone, unseen, unknown, overdue] = [await whole(), await whole(), await whole(), await whole()];
  await removeObject(originalKey(gone.id));
  await removeObject(renditionKey(unseen.id, 640));
  await forget(unknown.id);
  await change(overdue.id, { status: 'pending', pending_since: ago(DAY_MS) });
  const ids = [gone, unseen, unknown, overdue].map(({ id }) => id);
  const state = async () => ({
    images: await gallery.app.db.selectFrom('images').selectAll().orderBy('id').execute(),
    users: await gallery.app.db.selectFrom('users').selectAll().orderBy('id').execute(),
    keys: await Promise.all(ids.map(keysOf)),
  });
  const before = await state();
  const found = await findings({ afterMs: 16 * MINUTE_MS });
  expect(found.filter(({ imageId }) => ids.includes(imageId))).toHaveLength(4);
  expect(await state()).toEqual(before);
});

describe('while the gallery is in use', () => {
  /** The application with a bucket that does something before it tells of the original of an image. */
  function beforeLookingAt(id: string, deed: () => Promise<unknown>): Application {
    const { app } = gallery;
    const client = Object.assign(Object.create(app.bucket.client), {
      send: async (command: HeadObjectCommand) => {
        if (command instanceof HeadObjectCommand && command.input.Key === originalKey(id)) await deed();
        return app.bucket.client.send(command);
      },
    });
    return { ...app, bucket: { ...app.bucket, client } };
  }

  test('an image that is removed after it was listed is no finding', async () => {
    const { id } = await whole();
    await member.call('DELETE', `/api/images/${id}`);
    await removeObject(renditionKey(id, 320));
    const app = beforeLookingAt(id, () => member.call('DELETE', `/api/images/${id}?permanent=true`));
    expect(await findingOf(id, { app, isMending: true })).toBeUndefined();
    expect(await hasOriginal(gallery.app.bucket, id)).toBe(false);
  });

  test('an original that arrives after it was missed is no finding', async () => {
    const bytes = await photograph();
    const asked = await ask(member, bytes, { contentType: 'image/png' });
    const { id } = asked.body.image;
    await change(id, { status: 'failed', failure_reason: 'broken', failure_message: '' });
    const app = beforeLookingAt(id, () => put(asked.body.upload, bytes));
    expect(await findingOf(id, { app, isMending: true })).toBeUndefined();
  });

  test('uploads, results and removals that go on meanwhile are no findings', async () => {
    const { app } = gallery;
    const ids = new Set<string>();
    let isBusy = true;
    const work = async () => {
      for (let times = 0; times < 5; times++) {
        const { id } = await upload(member, await photograph(), { contentType: 'image/png' });
        ids.add(id);
        if (times % 2 === 0) continue;
        await settled(id);
        await member.call('DELETE', `/api/images/${id}`);
        await member.call('DELETE', `/api/images/${id}?permanent=true`);
      }
    };
    const worked = Promise.all([work(), work(), work()]).finally(() => {
      isBusy = false;
    });
    const found: Finding[] = [];
    while (isBusy) found.push(...(await findings({ app })));
    await worked;
    expect(found.filter(({ imageId }) => ids.has(imageId))).toEqual([]);
  });
});

test('a finding is one line, whatever its file name is', () => {
  const finding = { kind: 'original-missing', outcome: 'left', note: 'lost' } as const;
  const filename = 'a\u001b[2J\n\u202Egpj.exe';
  expect(lineOf({ ...finding, imageId: 'id', filename })).toBe(
    'original missing: id "a\u{fffd}[2J\u{fffd}\u{fffd}gpj.exe": lost',
  );
});
