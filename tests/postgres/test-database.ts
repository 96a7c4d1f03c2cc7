import { randomUUID } from 'node:crypto';
import pg from 'pg';

export const SERVER_URL_VARIABLE = 'MOVIEFLIX_TEST_POSTGRES_URL';

export interface TestDatabase {
  /** The connection string. */
  url: string;
  /** Ends what is still connected and removes the database. */
  drop(): Promise<void>;
}

/** A new empty database of its own on the server that jest's global setup started. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(`create database ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOnServer(`drop database if exists ${name} with (force)`) };
}

async function runOnServer(statement: string): Promise<void> {
  const client = new pg.Client(serverUrl());
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env[SERVER_URL_VARIABLE];
  if (url === undefined)
    throw new Error(`expected ${SERVER_URL_VARIABLE}, set by tests/postgres/global-setup.ts`);
  return url;
}
