import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Application } from '../application.ts';
import { makeFirstAdmin } from '../users/first-admin.ts';
import { openDatabase, openPool } from './database.ts';
import { isDatabaseAway } from './database-errors.ts';
import { migrateUp } from './migrator.ts';

const FIRST_PAUSE_MS = 250;
/** Of a gallery of millions the tables take minutes to change, and other hosts wait as long for their turn. */
const LONGEST_MIGRATION_MS = 3_600_000;
/** Short, so that hosts that waited for the same database go on at the same time. */
const LONGEST_PAUSE_MS = 1_000;

/**
 * Brings the tables up to date and makes the first administrator. Hosts start in any order, so a database that is
 * not there yet is waited for.
 *
 * @param stop ends the waiting
 */
export async function prepareDatabase(app: Application, stop: AbortSignal): Promise<void> {
  const { log } = app;
  for (let pauseMs = FIRST_PAUSE_MS; !stop.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      await prepare(app);
      app.database.isPrepared = true;
      return;
    } catch (error) {
      if (stop.aborted) return;
      if (!isDatabaseAway(error)) throw error;
      app.database.isAway = true;
      log.warn({ err: error }, 'Waiting for the database.');
      await pause(pauseMs, undefined, { signal: stop }).catch(() => undefined);
    }
  }
}

async function prepare({ db, config, log, database }: Application): Promise<void> {
  await sql`select 1`.execute(db);
  database.isAway = false;
  const migrations = await migrate(config.databaseUrl, log);
  log.info({ migrations }, 'The tables are up to date.');
  if (config.firstAdmin === undefined) return;
  const isNew = await makeFirstAdmin(db, config.firstAdmin);
  if (isNew) log.info('The first administrator is made and can sign in.');
}

/** On connections of its own, which are neither cut nor made to hurry. */
async function migrate(databaseUrl: string, log: Logger): Promise<string[]> {
  const patient = openDatabase(openPool(databaseUrl, log, LONGEST_MIGRATION_MS));
  try {
    return await migrateUp(patient);
  } finally {
    await patient.destroy();
  }
}
