import pg from 'pg';

/** Makes the database where it is missing. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Whether the server answers queries by now; while it starts or recovers it refuses them. */
export async function acceptsQueries(serverUrl: string): Promise<boolean> {
  const client = new pg.Client(serverUrl);
  // Without a listener a connection that breaks while it is being closed would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
