/**
 * node visit.ts URL: visits a gallery as people do, steadily, until SIGTERM: pages, listings, thumbnails, uploads. Then
 * it looks for each original that S3 acknowledged, until it is there with its thumbnails. What it does is written to
 * standard output (record.ts). A request is never tried again, so that each failure counts.
 */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { waitFor } from '../../waiting/wait-for.ts';
import { type Asked, contentOf, type Image, reasonOf, signUpAt, succeed } from './gallery-site.ts';
import type { Attempt, Line } from './record.ts';

/** A reader who waits longer has gone. */
const PATIENCE_MS = 30_000;
const READ_EVERY_MS = 100;
const UPLOAD_EVERY_MS = 1000;
/** Whoever waits in vain does not ask ever more. */
const MOST_AT_ONCE = 60;
const SETTLED_WITHIN_MS = 180_000;

const site = process.argv[2] ?? '';
const acknowledged: { id: string; sha256: string }[] = [];
const underWay = new Set<Promise<void>>();
let thumbnail: string | undefined;
let isOver = false;

process.once('SIGTERM', () => {
  isOver = true;
});
const member = await signUpAt(site, patientFetch);
write({ kind: 'begin' });
await Promise.all([every(READ_EVERY_MS, read), every(UPLOAD_EVERY_MS, bringIn)]);
await Promise.all(underWay);
for (const original of acknowledged) await judge(original);

function patientFetch(url: string, request?: RequestInit): Promise<Response> {
  return fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
}

async function every(periodMs: number, deed: (turn: number) => Promise<void>): Promise<void> {
  for (let turn = 0; !isOver; turn++) {
    if (underWay.size < MOST_AT_ONCE) {
      const done = deed(turn).finally(() => underWay.delete(done));
      underWay.add(done);
    }
    await pause(periodMs);
  }
}

async function read(turn: number): Promise<void> {
  if (turn % 3 === 0) await attempt('page', () => fetchWhole(`${site}/`));
  if (turn % 3 === 1) await attempt('list', list);
  const url = thumbnail;
  if (turn % 3 === 2 && url !== undefined) await attempt('thumbnail', () => fetchWhole(url));
}

async function list(): Promise<void> {
  const answer = member.call('GET', '/api/images?limit=20&owner=me');
  const { items } = await contentOf<{ items: Image[] }>(answer);
  thumbnail = items.find(({ thumbnails }) => thumbnails.length > 0)?.thumbnails[0]?.url;
}

async function bringIn(): Promise<void> {
  const bytes = await picture();
  const sha256 = hash(bytes);
  const about = { filename: 'noise.jpg', contentType: 'image/jpeg', bytes: bytes.length, sha256 };
  const asked = await attempt('ask', () => contentOf<Asked>(member.call('POST', '/api/images', about)));
  if (asked === undefined) return;
  const { method, url, headers } = asked.upload;
  const stored = await attempt('upload', async () => {
    await (await succeed(patientFetch(url, { method, headers, body: bytes }))).arrayBuffer();
    return true;
  });
  if (stored) acknowledged.push({ id: asked.image.id, sha256 });
}

/** Noise, so that no two are alike. */
async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const raw = { width: 160, height: 120, channels: 3 as const };
  return new Uint8Array(
    await sharp(randomBytes(raw.width * raw.height * 3), { raw })
      .jpeg()
      .toBuffer(),
  );
}

/** @returns what the deed did; undefined where it failed */
async function attempt<T>(kind: Attempt['kind'], deed: () => Promise<T>): Promise<T | undefined> {
  const atMs = Date.now();
  try {
    const done = await deed();
    write({ kind, atMs, tookMs: Date.now() - atMs });
    return done;
  } catch (error) {
    write({ kind, atMs, tookMs: Date.now() - atMs, failure: reasonOf(error) });
    return undefined;
  }
}

async function judge({ id, sha256 }: { id: string; sha256: string }): Promise<void> {
  try {
    const image = await waitFor('the thumbnails', () => findReady(id), SETTLED_WITHIN_MS);
    for (const { url } of image.thumbnails) await fetchWhole(url);
    const original = await member.call('GET', `/api/images/${id}/original`);
    if (hash(new Uint8Array(await original.arrayBuffer())) !== sha256)
      throw new Error('the original has other bytes');
    write({ kind: 'image', id });
  } catch (error) {
    write({ kind: 'image', id, lost: reasonOf(error) });
  }
}

async function findReady(id: string): Promise<Image | undefined> {
  const image = await contentOf<Image>(member.call('GET', `/api/images/${id}`));
  return image.status === 'ready' ? image : undefined;
}

async function fetchWhole(url: string): Promise<void> {
  await (await succeed(patientFetch(url))).arrayBuffer();
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function write(line: Line): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
