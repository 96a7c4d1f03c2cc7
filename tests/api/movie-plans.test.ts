import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase, openPool } from '@movieflix/api-server/database/database.ts';
import { migrateUp } from '@movieflix/api-server/database/migrator.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import { cursorAt } from '@movieflix/api-server/movies/movie.cursor.ts';
import { listMovies } from '@movieflix/api-server/movies/movie.listing.ts';
import type { ListMovies } from '@movieflix/api-server/movies/movie.schema.ts';
import { sql } from 'kysely';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { blocksOf, fillTables, numberedId, planOf } from './gallery/plans.ts';

const MOVIES = 100_000;
const DIRECTORS = 20_000;
const GENRES = 30;
const LIST_ITEMS = 1000;
const FIRST_PAGE: ListMovies = { limit: 50, favourite: false, sort: 'title' };

let database: TestDatabase;
let pool: pg.Pool;
let db: Database;
/** The first of everything: the member, their list, the most common genre, the most busy director. */
let first: string;
let last: string;

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

/** The first genre has a third of all films, the last one in a hundred; the first director made one in a hundred. */
async function generate(): Promise<void> {
  const id = (n: string) => sql.raw(numberedId(n));
  const upTo = (count: number) => sql`generate_series(1, ${sql.lit(count)}) n`;
  const statements = [
    sql`insert into users (id, email, display_name, password_hash) values (${id('1')}, 'm@example.org', 'M', 'x')`,
    sql`insert into movies (id, title, year, synopsis)
      select ${id('n')}, case when n % 3 = 0 then 'The ' else '' end || md5(n::text) || ' ' || n, 1900 + n % 120,
        repeat('Words. ', 50)
      from ${upTo(MOVIES)}`,
    sql`insert into genres (id, name) select ${id('n')}, 'Genre ' || n from ${upTo(GENRES)}`,
    sql`insert into movie_genres select ${id('n')}, ${id(`1 + floor(${GENRES} * power((n * 7919) % 10007 / 10007.0, 3))::int`)} from ${upTo(MOVIES)}`,
    sql`insert into directors (id, name) select ${id('n')}, md5('d' || n) || ' ' || n from ${upTo(DIRECTORS)}`,
    sql`insert into movie_directors
      select ${id('n')}, ${id(`case when n % 100 = 0 then 1 else 1 + (n * 7919) % ${DIRECTORS} end`)}, 1
      from ${upTo(MOVIES)}`,
    sql`insert into favourites select ${id('1')}, ${id(`n * 50`)} from ${upTo(LIST_ITEMS)}`,
    sql`insert into movie_lists (id, user_id, name) values (${id('1')}, ${id('1')}, 'All')`,
    sql`insert into movie_list_items select ${id('1')}, ${id(`n * 70`)} from ${upTo(LIST_ITEMS)}`,
    sql`vacuum analyze`,
  ];
  await fillTables(db, statements);
  const ids = await db
    .selectFrom('genres')
    .select((eb) => [
      eb.fn.min(sql<string>`id::text`).as('first'),
      eb.fn.max(sql<string>`id::text`).as('last'),
    ])
    .executeTakeFirstOrThrow();
  ({ first, last } = ids);
}

function planFor(filter: Partial<ListMovies>): Promise<string> {
  const member = { id: first, isAdmin: false, sessionId: '', expiresAt: new Date() };
  return planOf(pool, (spied) => listMovies(spied, member, { ...FIRST_PAGE, ...filter }));
}

const middleOf = (sort: ListMovies['sort']) =>
  cursorAt({ key: sort === 'title' ? '8' : 1960, id: first }, sort);

const kinds: [string, () => Partial<ListMovies>][] = [
  ['all by title', () => ({})],
  ['all by title from a cursor on', () => ({ cursor: middleOf('title') })],
  ['all from the newest on', () => ({ sort: 'newest' })],
  ['all from the newest on, from a cursor on', () => ({ sort: 'newest', cursor: middleOf('newest') })],
  ['all from the oldest on, from a cursor on', () => ({ sort: 'oldest', cursor: middleOf('oldest') })],
  ['a common genre', () => ({ genre: first })],
  ['a rare genre', () => ({ genre: last, sort: 'newest' })],
  ['a busy director', () => ({ director: first })],
  ['another director', () => ({ director: last, sort: 'oldest' })],
  ['a decade by title', () => ({ yearFrom: 1960, yearTo: 1969 })],
  ['a year from the newest on', () => ({ yearFrom: 1960, yearTo: 1960, sort: 'newest' })],
  ['words that few have', () => ({ q: '4711' })],
  ['words that many have', () => ({ q: 'the', sort: 'newest' })],
  ['the beginning of a word', () => ({ q: 'ab' })],
  ['words that nothing has', () => ({ q: 'nothing has this' })],
  ['words in a genre', () => ({ q: '47', genre: first })],
  ['favourites', () => ({ favourite: true })],
  ['a list', () => ({ list: first, sort: 'newest' })],
];

test.each(kinds)('the listing of %s never scans the table of films', async (_name, filter) => {
  expect(await planFor(filter())).not.toMatch(/Seq Scan on (movies|movie_genres)/);
});

test.each([
  ['all films by title', () => ({})],
  ['all films by title, far in', () => ({ cursor: middleOf('title') })],
  ['all films by year, far in', () => ({ sort: 'newest', cursor: middleOf('newest') })],
  ['a common genre', () => ({ genre: first })],
  ['films whose words many have', () => ({ q: 'the' })],
] as [string, () => Partial<ListMovies>][])(
  'a page of %s reads some hundreds of blocks, not all',
  async (_name, filter) => {
    const plan = await planFor(filter());
    // A whole page, and the one more that tells of the next.
    expect(plan).toMatch(/^Sort .*rows=51 /);
    expect(blocksOf(plan)).toBeLessThan(3000);
  },
);

test('what goes leaves no table to be scanned for what belonged to it', async () => {
  const { rows } = await sql<{ reference: string }>`
    select conrelid::regclass || '.' || attname as reference from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and not exists (
      select from pg_index where indrelid = conrelid and indkey[0] = conkey[1]
        and (indpred is null or pg_get_expr(indpred, indrelid) = format('(%I IS NOT NULL)', attname))
    )`.execute(db);
  expect(rows).toEqual([]);
});
