import { chmod, chown, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase, openPool } from '@movieflix/api-server/database/database.ts';
import { createLogger } from '@movieflix/api-server/logging/logger.ts';
import { chooseAccount } from '@movieflix/local/postgres/account.ts';
import { type Postgres, startPostgres } from '@movieflix/local/postgres/start-postgres.ts';
import { sql } from 'kysely';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/tls');
/** A loopback address of this process alone, so that the usual port is free there. */
const ADDRESS = `127.83.${(process.pid >> 8) & 255}.${process.pid & 255}`;

let folder: string;
let postgres: Postgres;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'movieflix-tls-'));
  const file = (name: string) => path.join(folder, name);
  const account = chooseAccount(folder);
  await writeFile(
    file('hba.conf'),
    'local all all scram-sha-256\nhostssl all all 127.0.0.0/8 scram-sha-256\n',
  );
  for (const name of ['key.pem', 'certificate.pem']) await copyFile(path.join(FIXTURES, name), file(name));
  await chmod(file('key.pem'), 0o600);
  if (account !== undefined) await chown(file('key.pem'), account.uid, account.gid);
  postgres = await startPostgres({
    folder,
    log: () => {},
    settings: [
      `listen_addresses=${ADDRESS}`,
      `hba_file=${file('hba.conf')}`,
      'ssl=on',
      `ssl_cert_file=${file('certificate.pem')}`,
      `ssl_key_file=${file('key.pem')}`,
    ],
  });
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

async function isEncrypted(sslmode: string): Promise<boolean | undefined> {
  const password = new URL(postgres.url('postgres')).searchParams.get('password');
  const url = `postgresql://postgres:${password}@${ADDRESS}/postgres?sslmode=${sslmode}`;
  const db = openDatabase(openPool(url, createLogger('silent')));
  try {
    const { rows } = await sql<{
      ssl: boolean;
    }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(db);
    return rows[0]?.ssl;
  } finally {
    await db.destroy();
  }
}

test('sslmode=no-verify encrypts to a database whose certificate is its own', async () => {
  expect(await isEncrypted('no-verify')).toBe(true);
});

test('a database that takes nothing but TLS refuses a connection without', async () => {
  await expect(isEncrypted('disable')).rejects.toThrow('no encryption');
});
