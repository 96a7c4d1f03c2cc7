import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase, openPool } from '@movieflix/api-server/database/database.ts';
import { migrateDown, migrateUp } from '@movieflix/api-server/database/migrator.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(openPool(database.url, createLogger('silent')));
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function schema(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select table_name || '.' || column_name || ' ' || data_type as line from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%'
    union all select indexdef from pg_indexes where schemaname = 'public' and tablename not like 'kysely%'
    order by 1`.execute(db);
  return rows.map((row) => row.line);
}

test('migrations go up, down to nothing, and up to the same tables again', async () => {
  await migrateUp(db);
  const first = await schema();
  expect(first.length).toBeGreaterThan(40);
  await migrateDown(db);
  expect(await schema()).toEqual([]);
  await migrateUp(db);
  expect(await schema()).toEqual(first);
});

test('processes that start together migrate once', async () => {
  await migrateDown(db);
  const others = [1, 2, 3].map(() => openDatabase(openPool(database.url, createLogger('silent'))));
  const done = await Promise.all(others.map((other) => migrateUp(other)));
  expect(done.flat()).toEqual([
    'Up 0001-members-and-images',
    'Up 0002-administrators',
    'Up 0003-films',
    'Up 0004-taken-at',
    'Up 0005-unclaimed-member',
    'Up 0006-animations',
    'Up 0007-text-languages',
  ]);
  await Promise.all(others.map((other) => other.destroy()));
});
