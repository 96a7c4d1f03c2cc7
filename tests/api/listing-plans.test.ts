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

const MEMBERS = 200;
const IMAGES = 100_000;
/** Far more than it takes; the machine may be busy with other suites. */
const GENERATE_MS = 300_000;
const NEWEST_FIRST: ListImages = { limit: 50, trashed: false, sort: 'newest' };

let database: TestDatabase;
let pool: pg.Pool;
let db: Database;
/** A member like the others, and one who owns a tenth of everything. */
let usual: string;
let collector: string;
let middle: { id: string; taken_at: Date };

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, createLogger('silent'), 2 * GENERATE_MS);
  db = openDatabase(pool);
  await migrateUp(db);
  await generate();
}, GENERATE_MS);
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Ids are in the order of their numbers, as UUIDv7 are. */
async function generate(): Promise<void> {
  const id = (n: string) => sql.raw(`('018f0000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`);
  await sql`insert into users (id, email, display_name, password_hash)
    select ${id('n')}, 'm' || n || '@example.org', 'Member ' || n, 'x' from generate_series(1, ${sql.lit(MEMBERS)}) n`.execute(
    db,
  );
  await sql`insert into images (id, owner_id, filename, title, content_type, bytes, sha256, status, failure_reason,
      width, height, thumbhash, visibility, trashed_at, created_at, exif)
    select ${id('n')}, ${id(`case when n % 10 = 0 then 1 else 1 + (n * 7919) % ${MEMBERS} end`)},
      'DSC_' || n || '.jpg', md5(n::text), 'image/jpeg', 1000, sha256(n::text::bytea),
      case when n % 100 = 1 then 'failed' when n % 100 = 2 then 'pending' else 'ready' end,
      case when n % 100 = 1 then 'broken' end, 4000, 3000, 'x',
      case when n % 20 = 3 then 'public' else 'private' end, case when n % 50 = 4 then now() end,
      timestamptz '2026-11-23 10:00Z', jsonb_build_object('takenAt', to_char(
        timestamp '2006-01-01' + (n * 7919 % ${sql.lit(IMAGES)}) * interval '110 minutes', 'YYYY-MM-DD"T"HH24:MI:SS'))
    from generate_series(1, ${sql.lit(IMAGES)}) n`.execute(db);
  await sql`insert into tags select id, case when substr(title, 1, 2) = 'ab' then 'rare' else 'common' end from images`.execute(
    db,
  );
  await sql`insert into renditions select id, 320, 240, 10 from images`.execute(db);
  await sql`analyze`.execute(db);
  const ids = await db.selectFrom('users').select('id').orderBy('id').limit(2).execute();
  [collector = '', usual = ''] = ids.map((row) => row.id);
  middle = await db
    .selectFrom('images')
    .select(['id', 'taken_at'])
    .orderBy('id')
    .offset(IMAGES / 2)
    .limit(1)
    .executeTakeFirstOrThrow();
}

function planOf(viewerId: string | undefined, filter: Partial<ListImages>): Promise<string> {
  const viewer = viewerOf(viewerId);
  return planOfFirst((spied) => listImages(spied, viewer, { ...NEWEST_FIRST, ...filter }));
}

function viewerOf(id: string | undefined): Viewer {
  return id === undefined ? undefined : { id, sessionId: '', expiresAt: new Date() };
}

/** What PostgreSQL does for the first statement of a deed, as it is really asked. */
async function planOfFirst(deed: (spied: Database) => Promise<unknown>): Promise<string> {
  const statements: { text: string; values: unknown[] }[] = [];
  const spied = openDatabase(
    Object.assign(Object.create(pool), {
      connect: async () => {
        const client = await pool.connect();
        return {
          release: () => client.release(),
          query: (text: string, values: unknown[]) => {
            statements.push({ text, values });
            return client.query(text, values);
          },
        };
      },
    }),
  );
  await deed(spied);
  const [statement] = statements;
  const plan = await pool.query(
    `explain (analyze, buffers, costs off) ${statement?.text}`,
    statement?.values,
  );
  return plan.rows.map((row) => row['QUERY PLAN']).join('\n');
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
  ['own by a rare tag', 'usual', () => ({ tag: 'rare', owner: 'me' })],
  ['everything public, as taken', 'visitor', () => TAKEN],
  ['everything public, as taken, from a moment on', 'visitor', () => ({ ...TAKEN, ...FROM })],
  ['what a member published, as taken', 'visitor', () => ({ ...TAKEN, owner: usual })],
  [
    'own and public, as taken, from a cursor on',
    'collector',
    () => ({ ...TAKEN, ...atMiddle('taken-newest') }),
  ],
  ['own and public, as taken, back from a cursor', 'collector', () => atMiddle('taken-oldest')],
  ['own private, as taken', 'collector', () => ({ ...TAKEN, visibility: 'private' })],
  ['own trash, as taken', 'collector', () => ({ ...TAKEN, trashed: true })],
];

test.each(kinds)('the listing of %s never scans the table of images', async (_name, who, filter) => {
  const viewer = { visitor: undefined, usual, collector }[who];
  const plan = await planOf(viewer, filter());
  expect(plan).not.toMatch(/Seq Scan on images/);
});

function blocksOf(plan: string): number {
  const blocks = [...(/Buffers: shared([^\n]*)/.exec(plan)?.[1] ?? '').matchAll(/(?:hit|read)=(\d+)/g)];
  return blocks.reduce((sum, [, count]) => sum + Number(count), 0);
}

test.each<[string, boolean, () => Partial<ListImages>]>([
  ['public', false, () => ({})],
  ['own and public', true, () => ({})],
  ['own', true, () => ({ owner: 'me' })],
  ['public, as taken', false, () => TAKEN],
  ['own and public, as taken', true, () => TAKEN],
  ['own and public, as taken, from a moment on', true, () => ({ ...TAKEN, ...FROM })],
  ['own and public, as taken, back from a cursor', true, () => atMiddle('taken-oldest')],
])('a page of %s images reads some hundreds of blocks, not all', async (_name, isMember, filter) => {
  const plan = await planOf(isMember ? collector : undefined, filter());
  expect(blocksOf(plan)).toBeLessThan(1500);
});

test('the months of 100,000 images over 20 years are found in as many steps down an index', async () => {
  const years = await listYears(db, undefined, {});
  expect(years.map(({ year, months }) => [year, months.length])).toEqual(
    Array.from({ length: 21 }, (_, index) => [2026 - index, index === 0 ? years[0]?.months.length : 12]),
  );
  for (const viewer of [undefined, viewerOf(collector)]) {
    const plan = await planOfFirst((spied) => listYears(spied, viewer, {}));
    expect(plan).not.toMatch(/Seq Scan on images/);
    expect(blocksOf(plan)).toBeLessThan(4000);
  }
});
