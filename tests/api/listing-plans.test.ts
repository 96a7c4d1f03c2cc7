import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase, openPool } from '@movieflix/api-server/database/database.ts';
import { migrateUp } from '@movieflix/api-server/database/migrator.ts';
import { cursorAfter } from '@movieflix/api-server/images/image.cursor.ts';
import { listImages } from '@movieflix/api-server/images/image.listing.ts';
import type { ListImages } from '@movieflix/api-server/images/image.schema.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import { sql } from 'kysely';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database.ts';

const MEMBERS = 200;
const IMAGES = 100_000;
const NEWEST_FIRST: ListImages = { limit: 50, trashed: false, sort: 'newest' };

let database: TestDatabase;
let pool: pg.Pool;
let db: Database;
/** A member like the others, and one who owns a tenth of everything. */
let usual: string;
let collector: string;
let middle: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, createLogger('silent'));
  db = openDatabase(pool);
  await migrateUp(db);
  await generate();
}, 60_000);
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
      width, height, thumbhash, visibility, trashed_at)
    select ${id('n')}, ${id(`case when n % 10 = 0 then 1 else 1 + (n * 7919) % ${MEMBERS} end`)},
      'DSC_' || n || '.jpg', md5(n::text), 'image/jpeg', 1000, sha256(n::text::bytea),
      case when n % 100 = 1 then 'failed' when n % 100 = 2 then 'pending' else 'ready' end,
      case when n % 100 = 1 then 'broken' end, 4000, 3000, 'x',
      case when n % 20 = 3 then 'public' else 'private' end, case when n % 50 = 4 then now() end
    from generate_series(1, ${sql.lit(IMAGES)}) n`.execute(db);
  await sql`insert into tags select id, case when substr(title, 1, 2) = 'ab' then 'rare' else 'common' end from images`.execute(
    db,
  );
  await sql`insert into renditions select id, 320, 240, 10 from images`.execute(db);
  await sql`analyze`.execute(db);
  const ids = await db.selectFrom('users').select('id').orderBy('id').limit(2).execute();
  [collector = '', usual = ''] = ids.map((row) => row.id);
  middle = (
    await db
      .selectFrom('images')
      .select('id')
      .orderBy('id')
      .offset(IMAGES / 2)
      .limit(1)
      .executeTakeFirstOrThrow()
  ).id;
}

/** What PostgreSQL does for a listing, as it is really asked. */
async function planOf(viewerId: string | undefined, filter: Partial<ListImages>): Promise<string> {
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
  const viewer =
    viewerId === undefined
      ? undefined
      : { id: viewerId, isAdmin: false, sessionId: '', expiresAt: new Date() };
  await listImages(spied, viewer, { ...NEWEST_FIRST, ...filter });
  const [statement] = statements;
  const plan = await pool.query(
    `explain (analyze, buffers, costs off) ${statement?.text}`,
    statement?.values,
  );
  return plan.rows.map((row) => row['QUERY PLAN']).join('\n');
}

const kinds: [string, 'visitor' | 'usual' | 'collector', () => Partial<ListImages>][] = [
  ['everything public', 'visitor', () => ({})],
  ['everything public from a cursor on', 'visitor', () => ({ cursor: cursorAfter(middle) })],
  ['everything public, oldest first', 'visitor', () => ({ sort: 'oldest' })],
  ['what a member published', 'visitor', () => ({ owner: usual })],
  ['public images by words', 'visitor', () => ({ q: 'dsc_4711' })],
  ['public images by a common tag', 'visitor', () => ({ tag: 'common' })],
  ['public images by a rare tag', 'visitor', () => ({ tag: 'rare' })],
  ['own and public', 'usual', () => ({})],
  ['own and public of a large collection', 'collector', () => ({})],
  ['own and public from a cursor on', 'collector', () => ({ cursor: cursorAfter(middle) })],
  ['own', 'collector', () => ({ owner: 'me' })],
  ['own, oldest first', 'collector', () => ({ owner: 'me', sort: 'oldest' })],
  ['own trash', 'collector', () => ({ trashed: true })],
  ['own failed', 'collector', () => ({ status: 'failed' })],
  ['own pending', 'collector', () => ({ status: 'pending' })],
  ['own private', 'collector', () => ({ visibility: 'private' })],
  ['own and public by words', 'collector', () => ({ q: 'dsc_4711' })],
  ['own by words that nothing has', 'usual', () => ({ q: 'nothing has this', owner: 'me' })],
  ['own by a rare tag', 'usual', () => ({ tag: 'rare', owner: 'me' })],
];

test.each(kinds)('the listing of %s never scans the table of images', async (_name, who, filter) => {
  const viewer = { visitor: undefined, usual, collector }[who];
  const plan = await planOf(viewer, filter());
  expect(plan).not.toMatch(/Seq Scan on images/);
});

test.each([
  ['public', undefined, {}],
  ['own and public', 'collector', {}],
  ['own', 'collector', { owner: 'me' }],
])('a page of %s images reads some hundreds of blocks, not all', async (_name, who, filter) => {
  const plan = await planOf(who && collector, filter);
  const blocks = [...(/Buffers: shared([^\n]*)/.exec(plan)?.[1] ?? '').matchAll(/(?:hit|read)=(\d+)/g)];
  expect(blocks.reduce((sum, [, count]) => sum + Number(count), 0)).toBeLessThan(1500);
});
