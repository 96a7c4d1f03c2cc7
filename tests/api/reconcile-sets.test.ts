import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Compared } from '@movieflix/api-server/reconciliation/reconcile-images.ts';
import type { FindingKind } from '@movieflix/api-server/reconciliation/suspicion.ts';
import { originalKey, renditionKey } from '@movieflix/contracts';
import fc from 'fast-check';
import { type MemberCaller, signUp } from './gallery/caller.ts';
import { someBytes } from './gallery/files.ts';
import { findingsOf } from './gallery/findings.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';

const WIDTHS = [320, 640, 1280];

let gallery: Gallery;
let member: MemberCaller;

beforeAll(async () => {
  // Nothing resizes here, so that what is put is what there is.
  gallery = await startGallery();
  member = await signUp(gallery.server);
});
afterAll(() => gallery.close());

/** What there is of one id. Widths are of thumbnails: those that its row names, and those in the bucket. */
interface Image {
  id: string;
  status: 'ready' | 'broken' | 'pending' | undefined;
  isRemoved: boolean;
  hasOriginal: boolean;
  named: number[];
  stored: number[];
}

const image: fc.Arbitrary<Image> = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom(
    'ready' as const,
    'ready' as const,
    'broken' as const,
    'pending' as const,
    undefined,
  ),
  isRemoved: fc.boolean(),
  hasOriginal: fc.boolean(),
  named: fc.subarray(WIDTHS),
  stored: fc.subarray(WIDTHS),
});

const images = fc.uniqueArray(image, { selector: ({ id }) => id, maxLength: 12 });

async function put(Key: string): Promise<void> {
  const { client, name } = gallery.app.bucket;
  await client.send(new PutObjectCommand({ Bucket: name, Key, Body: 'x' }));
}

function newRow(id: string) {
  const file = { filename: 'a.jpg', title: 'a', content_type: 'image/jpeg', bytes: 1 };
  return { id, owner_id: member.id, ...file, sha256: Buffer.from(someBytes(32)) };
}

async function insertImage({ id, status = 'pending', named }: Image): Promise<void> {
  const { db } = gallery.app;
  const picture = { width: 1280, height: 720, thumbhash: 'x' };
  const result = {
    ready: { status: 'ready' as const, ...picture },
    broken: { status: 'failed' as const, failure_reason: 'broken' },
    pending: {},
  }[status];
  await db
    .insertInto('images')
    .values({ ...newRow(id), ...result })
    .execute();
  for (const width of named)
    await db.insertInto('renditions').values({ image_id: id, width, height: width, bytes: 1 }).execute();
}

async function make(all: Image[]): Promise<void> {
  const { db } = gallery.app;
  for (const one of all) {
    if (one.status !== undefined) await insertImage(one);
    else if (one.isRemoved)
      await db.insertInto('removals').values({ image_id: one.id, removed_at: new Date() }).execute();
    if (one.hasOriginal) await put(originalKey(one.id));
    for (const width of one.stored) await put(renditionKey(one.id, width));
  }
}

async function clear(): Promise<void> {
  const { db, bucket } = gallery.app;
  for (const table of ['images', 'removals'] as const) await db.deleteFrom(table).execute();
  const { Contents = [] } = await bucket.client.send(new ListObjectsV2Command({ Bucket: bucket.name }));
  for (const { Key } of Contents)
    await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key }));
}

/** By the sets alone: which rows, originals and thumbnails there are. */
function expectedOf({ status, isRemoved, hasOriginal, named, stored }: Image): FindingKind | undefined {
  if (status === undefined) {
    if (isRemoved) return undefined;
    if (hasOriginal) return 'image-missing';
    return stored.length > 0 ? 'only-renditions' : undefined;
  }
  if (!hasOriginal) return status === 'pending' ? undefined : 'original-missing';
  const areAllStored = named.every((width) => stored.includes(width));
  return status === 'ready' && !areAllStored ? 'renditions-missing' : undefined;
}

test('what is found is what one set has and the other lacks, whatever the pages', async () => {
  await fc.assert(
    fc
      .asyncProperty(images, fc.integer({ min: 1, max: 5 }), async (all, pageSize) => {
        await make(all);
        const found = await findingsOf(gallery.app, { pageSize });
        const expected = all.map((one) => [one.id, expectedOf(one)]).filter(([, kind]) => kind !== undefined);
        expect(found.map(({ imageId, kind }) => [imageId, kind])).toEqual(expected.sort());
      })
      .afterEach(clear),
    { numRuns: 60 },
  );
});

test('names below the prefixes that no image has are passed over', async () => {
  for (const key of ['originals/0', 'originals/zebra.jpg', 'renditions/1', 'renditions/x/320.webp'])
    await put(key);
  const id = crypto.randomUUID();
  await put(`renditions/${id}/cover.png`);
  await put(`${originalKey(id)}.bak`);
  expect(await findingsOf(gallery.app, { isMending: true, pageSize: 1 })).toEqual([]);
  await clear();
});

test('of thousands, each is compared once', async () => {
  const { db } = gallery.app;
  const count = 2500;
  const ids = Array.from({ length: count }, () => crypto.randomUUID()).sort();
  await db.insertInto('images').values(ids.map(newRow)).execute();
  const stored = ids.filter((_, index) => index % 2 === 0);
  for (const batch of batchesOf(stored, 50)) await Promise.all(batch.map((id) => put(originalKey(id))));
  const total: Compared = { images: 0, originals: 0, renditions: 0 };
  const onCompared = (step: Compared) => {
    total.images += step.images;
    total.originals += step.originals;
  };
  expect(await findingsOf(gallery.app, { pageSize: 1000, onCompared })).toEqual([]);
  expect(total).toEqual({ images: count, originals: count / 2, renditions: 0 });
});

function batchesOf<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
