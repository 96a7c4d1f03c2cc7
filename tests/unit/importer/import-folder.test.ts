import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { PART_BYTES } from '@movieflix/contracts';
import { importFolder } from '@movieflix/importer/import-folder.ts';
import { emptyTally } from '@movieflix/importer/tally.ts';
import { FaultyGallery, sha256 } from './faulty-gallery.ts';
import { temporaryFolder } from './temporary-folder.ts';

let gallery: FaultyGallery;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  gallery = await FaultyGallery.start();
  folder = await temporaryFolder();
});

afterEach(async () => {
  await gallery[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

async function put(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder.path, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function bringIn({ signal = new AbortController().signal, onStep = () => {} } = {}) {
  const tally = emptyTally();
  const progress = { step: onStep, end: () => {} };
  const outcome = importFolder({ url: gallery.url, token: 't', signal }, folder.path, tally, progress);
  const error = await outcome.then(
    () => undefined,
    (reason: Error) => reason,
  );
  return { tally, error };
}

function requestsLike(pattern: RegExp): string[] {
  return gallery.requests.filter((request) => pattern.test(request));
}

test('every image of a folder is brought in once', async () => {
  await put('a/1.jpg', 'one');
  await put('a/2.png', 'two');
  await put('b/same-as-1.jpg', 'one');
  await put('notes.txt', 'text');
  const { tally } = await bringIn();
  expect(tally).toMatchObject({ added: 2, alreadyThere: 1, failed: 0, notImages: 1, stillPending: 0 });
  expect(
    gallery.images
      .get(sha256(Buffer.from('one')))!
      .parts.get(0)!
      .toString(),
  ).toBe('one');
});

test('a second run sends nothing', async () => {
  await put('1.jpg', 'one');
  await bringIn();
  const { tally } = await bringIn();
  expect(tally).toMatchObject({ added: 0, alreadyThere: 1 });
  expect(requestsLike(/PUT/)).toHaveLength(1);
});

test('no more than four files are on their way at the same time', async () => {
  for (let file = 0; file < 40; file += 1) await put(`${file}.jpg`, `bytes ${file}`);
  const { tally } = await bringIn();
  let onTheirWay = 0;
  let most = 0;
  for (const request of gallery.requests) {
    if (request === 'POST /api/images') most = Math.max(most, ++onTheirWay);
    if (request.startsWith('PUT')) onTheirWay -= 1;
  }
  expect(tally.added).toBe(40);
  expect(most).toBeLessThanOrEqual(4);
});

test('an image that the gallery cannot show fails with its reason, also when it was brought in before', async () => {
  await put('1.jpg', 'broken');
  await put('2.jpg', 'two');
  const failures = [{ path: '1.jpg', message: 'This file is not an image.' }];
  expect((await bringIn()).tally).toMatchObject({ added: 1, failed: 1, failures });
  expect((await bringIn()).tally).toMatchObject({ alreadyThere: 1, failed: 1, failures });
});

test.each([
  ['a gallery that is busy', /POST \/api\/images/, { status: 503 }],
  ['a gallery that asks to wait', /POST \/api\/images/, { status: 429, headers: { 'retry-after': '0' } }],
  ['a storage that is busy', /PUT/, { status: 503 }],
  ['a connection that breaks while sending', /PUT/, 'cut'],
  ['an answer that is lost after the bytes arrived', /PUT/, 'lost-answer'],
  ['an outcome that cannot be asked for at once', /GET/, { status: 502 }],
] as const)('%s is overcome', async (_name, request, fault) => {
  await put('1.jpg', 'one');
  gallery.failNext(request, fault);
  expect(await bringIn()).toMatchObject({ error: undefined, tally: { added: 1, failed: 0 } });
});

test('a further try asks for a fresh presigned request', async () => {
  await put('1.jpg', 'one');
  gallery.failNext(/PUT/, 'cut');
  await bringIn();
  expect(requestsLike(/POST|PUT/)).toEqual([
    'POST /api/images',
    'PUT /storage/*',
    'POST /api/images',
    'PUT /storage/*',
  ]);
});

test('a file that the gallery refuses fails with its sentence and the rest goes on', async () => {
  await put('1.jpg', 'one');
  await put('2.jpg', 'two');
  gallery.failNext(/POST \/api\/images/, { status: 409, message: 'Your space is full.' });
  expect((await bringIn()).tally).toMatchObject({
    added: 1,
    failed: 1,
    failures: [{ message: 'Your space is full.' }],
  });
});

test('a session that ended ends the import, with what was done counted', async () => {
  await put('1.jpg', 'one');
  gallery.failNext(/POST \/api\/images/, { status: 401, message: 'Please sign in.' });
  expect(await bringIn()).toMatchObject({
    error: { message: 'Please sign in.' },
    tally: { added: 0, failed: 0 },
  });
});

test('stopping ends the import, and the next run goes on with it', async () => {
  for (let file = 0; file < 30; file += 1) await put(`${file}.jpg`, `bytes ${file}`);
  const stop = new AbortController();
  const first = await bringIn({ signal: stop.signal, onStep: () => stop.abort() });
  expect(first.error?.name).toBe('AbortError');
  const second = await bringIn();
  expect(second.error).toBeUndefined();
  expect(first.tally.added + second.tally.added + second.tally.alreadyThere).toBeGreaterThanOrEqual(30);
  expect([...gallery.images.values()].filter(({ hasArrived }) => hasArrived)).toHaveLength(30);
});

test('a large file goes in parts, of which only the missing ones are sent again', async () => {
  const bytes = Buffer.alloc(2 * PART_BYTES + 1000, 'movieflix');
  await put('large.tif', bytes);
  gallery.failNext(/PUT .*\/2$/, { status: 400, message: 'Refused.' });
  expect((await bringIn()).tally).toMatchObject({ failed: 1 });
  gallery.requests.length = 0;
  expect((await bringIn()).tally).toMatchObject({ added: 1 });
  expect(requestsLike(/PUT/)).toEqual(['PUT /storage/*/2', 'PUT /storage/*/3']);
  const { parts } = gallery.images.get(sha256(bytes))!;
  expect(Buffer.concat([1, 2, 3].map((number) => parts.get(number)!)).equals(bytes)).toBe(true);
});

test('a part whose connection breaks is signed and sent again', async () => {
  await put('large.tif', Buffer.alloc(2 * PART_BYTES + 1000));
  gallery.failNext(/PUT .*\/2$/, 'cut');
  expect((await bringIn()).tally).toMatchObject({ added: 1, failed: 0 });
  expect(requestsLike(/parts\/2$/)).toHaveLength(2);
});

test('the upload of a large file that changes meanwhile is given up', async () => {
  const path = await put('large.tif', Buffer.alloc(2 * PART_BYTES + 1000));
  const touching = new Promise<void>((touched) => {
    const timer = setInterval(async () => {
      if (requestsLike(/PUT/).length === 0) return;
      clearInterval(timer);
      await utimes(path, new Date(0), new Date(0));
      touched();
    }, 1);
  });
  const [{ tally }] = await Promise.all([bringIn(), touching]);
  expect(tally.failures).toEqual([{ path: 'large.tif', message: 'It changed while it was read.' }]);
  expect(requestsLike(/DELETE/)).toEqual(['DELETE /api/images/*/upload']);
});
