import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

const BIGINT = 20;
const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** No request is worth more of the database than this; a page's own queries take milliseconds. */
const STATEMENT_TIMEOUT_MS = 15_000;

/** The connections of one process. Nothing is connected before the first query. */
export function openPool(databaseUrl: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'movieflix-api',
    types: { getTypeParser: typeParser },
  });
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
