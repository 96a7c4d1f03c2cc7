import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { connectionSettings, LONGEST_SILENCE_MS } from './connection.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

const BIGINT = 20;
const MAX_CONNECTIONS = 10;
/** No request is worth more of the database than this; a page's own queries take milliseconds. */
const STATEMENT_TIMEOUT_MS = 15_000;

/** The connections of one process. Nothing is connected before the first query. */
export function openPool(
  databaseUrl: string,
  log: Logger,
  longestSilenceMs: number = LONGEST_SILENCE_MS,
): pg.Pool {
  const pool = new pg.Pool({
    ...connectionSettings(databaseUrl, longestSilenceMs),
    max: MAX_CONNECTIONS,
    statement_timeout: Math.max(STATEMENT_TIMEOUT_MS, longestSilenceMs / 2),
    application_name: 'movieflix-api',
    types: { getTypeParser: typeParser },
  });
  // One that dies under a query fails the query; without a listener it would end the process as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // An idle connection that dies would otherwise end the process; the next query opens another.
  pool.on('error', (error) => log.warn({ err: error }, 'An idle database connection was lost.'));
  return pool;
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Byte counts are bigint in the tables and stay far below 2^53, so they are plain numbers here. */
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === BIGINT && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');
