import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase, openPool } from '@movieflix/api-server/database/database.ts';
import { migrateUp } from '@movieflix/api-server/database/migrator.ts';
import { cursorAt } from '@movieflix/api-server/images/image.cursor.ts';
import { listImages } from '@movieflix/api-server/images/image.listing.ts';
import type { ListImages, Sort } from '@movieflix/api-server/images/image.schema.ts';
import { listYears } from '@movieflix/api-server/images/image.years.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import type { Viewer } from '@movieflix/api-server/sessions/bearer.ts';
import { sql } from 'kysely';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { blocksOf, fillTables, numberedId, planOf } from './gallery/plans.ts';

const MEMBERS = 200;
const IMAGES = 100_000;
const MOVIES = 500;
const NEWEST_FIRST: ListImages = { limit: 50, trashed: false, sort: 'newest' };

let database: TestDatabase;
let pool: pg.Pool;
let db: Database;
/** A member like the others, and one who owns a tenth of everything. */
let usual: string;
let collector: string;
let middle: { id: string; taken_at: Date };
let movie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, createLogger('silent'));
  db = openDatabase(pool);
  await migrateUp(db);
  await generate();
}, 120_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Ids are in the order of their numbers, as UUIDv7 are. */
async function generate(): Promise<void> {
  const id = (n: string) => sql.raw(numberedId(n));
  const upTo = (count: number) => sql`generate_series(1, ${sql.lit(count)}) n`;
  await fillTables(db, [
    sql`insert into users (id, email, display_name, password_hash)
      select ${id('n')}, 'm' || n || '@example.org', 'Member ' || n, 'x' from ${upTo(MEMBERS)}`,
    sql`insert into movies (id, title, year) select ${id('n')}, 'Film ' || n, 1927 from ${upTo(MOVIES)}`,
    // One film has a third of all images, of each kind some.
    sql`insert into images (id, owner_id, filename, title, content_type, bytes, sha256, status, failure_reason,
        width, height, thumbhash, visibility, trashed_at, movie_id, created_at, exif)
      select ${id('n')}, ${id(`case when n % 10 = 0 then 1 else 1 + (n * 7919) % ${MEMBERS} end`)},
        'DSC_' || n || '.jpg', md5(n::text), 'image/jpeg', 1000, sha256(n::text::bytea),
        case when n % 100 = 1 then 'failed' when n % 100 = 2 then 'pending' else 'ready' end,
        case when n % 100 = 1 then 'broken' end, 4000, 3000, 'x',
        case when n % 20 = 3 then 'public' else 'private' end, case when n % 50 = 4 then now() end,
        case when n % 10 in (0, 3, 4) then ${id('1')} when n % 2 = 1 then ${id(`1 + n % ${MOVIES}`)} end,
         timestamptz '2026-11-23 10:00Z', jsonb_build_object('takenAt', to_char(
           timestamp '2006-01-01' + (n * 7919 % ${sql.lit(IMAGES)}) * interval '110 minutes', 'YYYY-MM-DD"T"HH24:MI:SS'))
      from ${upTo(IMAGES)}`,
    sql`insert into tags select id, case when substr(title, 1, 2) = 'ab' then 'rare' else 'common' end from images`,
    sql`insert into renditions select id, 320, 240, 10 from images`,
    sql`analyze`,
  ]);
  const ids = await db.selectFrom('users').select('id').orderBy('id').limit(2).execute();
  [collector = '', usual = ''] = ids.map((row) => row.id);
  movie = (await db.selectFrom('movies').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()).id;
  middle = await db
    .selectFrom('images')
    .select(['id', 'taken_at'])
    .orderBy('id')
    .offset(IMAGES / 2)
    .limit(1)
    .executeTakeFirstOrThrow();
}

function planFor(viewerId: string | undefined, filter: Partial<ListImages>): Promise<string> {
  const viewer = viewerOf(viewerId);
  return planOf(pool, (spied) => listImages(spied, viewer, { ...NEWEST_FIRST, ...filter }));
}

function viewerOf(id: string | undefined): Viewer {
  return id === undefined ? undefined : { id, isAdmin: false, sessionId: '', expiresAt: new Date() };
}

const TAKEN = { sort: 'taken-newest' } as const;
const FROM = { from: '2016-06-30T23:59:59.999Z' };
const atMiddle = (sort: Sort) => ({ sort, cursor: cursorAt(middle, sort) });

const kinds: [string, 'visitor' | 'usual' | 'collector', () => Partial<ListImages>][] = [
  ['everything public', 'visitor', () => ({})],
  ['everything public from a cursor on', 'visitor', () => ({ cursor: cursorAt(middle, 'newest') })],
  ['everything public, oldest first', 'visitor', () => ({ sort: 'oldest' })],
  ['what a member published', 'visitor', () => ({ owner: usual })],
  ['public images by words', 'visitor', () => ({ q: 'dsc_4711' })],
  ['public images by a common tag', 'visitor', () => ({ tag: 'common' })],
  ['public images by a rare tag', 'visitor', () => ({ tag: 'rare' })],
  ['own and public', 'usual', () => ({})],
  ['own and public of a large collection', 'collector', () => ({})],
  ['own and public from a cursor on', 'collector', () => ({ cursor: cursorAt(middle, 'newest') })],
  ['own', 'collector', () => ({ owner: 'me' })],
  ['own, oldest first', 'collector', () => ({ owner: 'me', sort: 'oldest' })],
  ['own trash', 'collector', () => ({ trashed: true })],
  ['own failed', 'collector', () => ({ status: 'failed' })],
  ['own pending', 'collector', () => ({ status: 'pending' })],
  ['own private', 'collector', () => ({ visibility: 'private' })],
  ['own and public by words', 'collector', () => ({ q: 'dsc_4711' })],
  ['own by words that nothing has', 'usual', () => ({ q: 'nothing has this', owner: 'me' })],
  ["a film's public images", 'visitor', () => ({ movie })],
  ["a film's public images, oldest first", 'visitor', () => ({ movie, sort: 'oldest' })],
  [
    "a film's public images from a cursor on",
    'visitor',
    () => ({ movie, cursor: cursorAt(middle, 'newest') }),
  ],
  ['what a member published of a film', 'visitor', () => ({ movie, owner: usual })],
  ["a film's own and public images", 'collector', () => ({ movie })],
  [
    "a film's own and public images from a cursor on",
    'collector',
    () => ({ movie, cursor: cursorAt(middle, 'newest') }),
  ],
  ["a film's own images", 'usual', () => ({ movie, owner: 'me' })],
  ["a film's own trash", 'usual', () => ({ movie, trashed: true })],
  ['own by a rare tag', 'usual', () => ({ tag: 'rare', owner: 'me' })],
  ['everything public, as taken', 'visitor', () => TAKEN],
  ['everything public, as taken, from a moment on', 'visitor', () => ({ ...TAKEN, ...FROM })],
  ['what a member published, as taken', 'visitor', () => ({ ...TAKEN, owner: usual })],
  ['own and public, as taken, from a cursor on', 'collector', () => atMiddle('taken-newest')],
  ['own and public, as taken, back from a cursor', 'collector', () => atMiddle('taken-oldest')],
  ['own private, as taken', 'collector', () => ({ ...TAKEN, visibility: 'private' })],
  ['own trash, as taken', 'collector', () => ({ ...TAKEN, trashed: true })],
  ["a film's public images, as taken", 'visitor', () => ({ ...TAKEN, movie })],
  ["a film's own and public images, as taken", 'collector', () => ({ ...TAKEN, movie })],
];

test.each(kinds)('the listing of %s never scans the table of images', async (_name, who, filter) => {
  const viewer = { visitor: undefined, usual, collector }[who];
  const plan = await planFor(viewer, filter());
  expect(plan).not.toMatch(/Seq Scan on images/);
});

test.each([
  ['public', undefined, () => ({})],
  ['own and public', 'collector', () => ({})],
  ['own', 'collector', () => ({ owner: 'me' })],
  ["a film's public", undefined, () => ({ movie })],
  ["a film's own and public", 'collector', () => ({ movie })],
  ["a film's own", 'collector', () => ({ movie, owner: 'me' })],
  ['public, as taken', undefined, () => TAKEN],
  ['own and public, as taken', 'collector', () => TAKEN],
  ['own and public, as taken, from a moment on', 'collector', () => ({ ...TAKEN, ...FROM })],
  ['own and public, as taken, back from a cursor', 'collector', () => atMiddle('taken-oldest')],
  ["a film's public, as taken", undefined, () => ({ ...TAKEN, movie })],
  ["a film's own and public, as taken", 'collector', () => ({ ...TAKEN, movie })],
] as [string, 'collector' | undefined, () => Partial<ListImages>][])(
  'a page of %s images reads some hundreds of blocks, not all',
  async (_name, who, filter) => {
    const plan = await planFor(who && collector, filter());
    // A whole page, and the one more that tells of the next.
    expect(plan).toMatch(/^Sort .*rows=51 /);
    expect(blocksOf(plan)).toBeLessThan(1500);
  },
);

test('the months of 100,000 images over 20 years are found in as many steps down an index', async () => {
  const years = await listYears(db, undefined, {});
  expect(years.map(({ year, months }) => [year, months.length])).toEqual(
    Array.from({ length: 21 }, (_, index) => [2026 - index, index === 0 ? years[0]?.months.length : 12]),
  );
  for (const viewer of [undefined, viewerOf(collector)]) {
    const plan = await planOf(pool, (spied) => listYears(spied, viewer, {}));
    expect(plan).not.toMatch(/Seq Scan on images/);
    expect(blocksOf(plan)).toBeLessThan(4000);
  }
});
