import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openDatabase, openPool } from '@movieflix/api-server/database/database.ts';
import { isDatabaseAway } from '@movieflix/api-server/database/database-errors.ts';
import { notifyMemberLeft } from '@movieflix/api-server/events/event.channel.ts';
import { listenForEvents } from '@movieflix/api-server/events/event.listener.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { waitFor } from '../waiting/wait-for.ts';
import { type DatabaseGate, openDatabaseGate } from './gallery/database-gate.ts';

/** Long enough for an answer on a busy machine, short enough to wait for. */
const LONGEST_SILENCE_MS = 1_500;
const log = createLogger('silent');

let database: TestDatabase;
let gate: DatabaseGate;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  gate = await openDatabaseGate(database.url);
});
afterEach(() => gate.close());
afterAll(() => database.drop());

test('a query to a database host that vanished fails as one that is away, and the next ones work', async () => {
  const db = openDatabase(openPool(gate.url, log, LONGEST_SILENCE_MS));
  const ask = () => sql`select 1`.execute(db);
  await Promise.all([ask(), ask(), ask()]);
  gate.vanish();
  const errors = await Promise.all([1, 2, 3].map(() => ask().catch((error: unknown) => error)));
  expect(errors.map(isDatabaseAway)).toEqual([true, true, true]);
  gate.returnAnew();
  await Promise.all([ask(), ask(), ask()]);
  await db.destroy();
});

test('a transaction whose database host vanishes between two queries ends, and the process lives', async () => {
  const db = openDatabase(openPool(gate.url, log, LONGEST_SILENCE_MS));
  const transaction = db.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx);
    gate.vanish();
    await sql`select 2`.execute(trx);
  });
  expect(isDatabaseAway(await transaction.catch((error: unknown) => error))).toBe(true);
  await db.destroy();
});

test('the listener notices that its database host vanished, and hears again when another has the address', async () => {
  const heard: unknown[] = [];
  let timesDeaf = 0;
  const ears = { heard: (event: unknown) => void heard.push(event), wasDeaf: () => void timesDeaf++ };
  const listener = listenForEvents(gate.url, log, ears, LONGEST_SILENCE_MS);
  await listener.listening;
  gate.vanish();
  gate.returnAnew();
  await waitFor('the listener to connect anew', () => timesDeaf === 1);
  const db = openDatabase(openPool(database.url, log));
  await notifyMemberLeft(db, crypto.randomUUID());
  await waitFor('the notification', () => heard.length === 1);
  await Promise.all([listener.close(), db.destroy()]);
});
