import { type Kysely, sql } from 'kysely';

/** A member whom nobody has claimed yet, for content that is there before anybody; and what of it was brought. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [UNCLAIMED, ONE_UNCLAIMED, NO_ADDRESS, SAMPLES])
    await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('samples').execute();
  // Taking the column along takes its index and its check along.
  await sql`alter table users drop column is_unclaimed`.execute(db);
}

const UNCLAIMED = 'alter table users add column is_unclaimed boolean not null default false';

const ONE_UNCLAIMED = 'create unique index users_unclaimed on users (is_unclaimed) where is_unclaimed';

// Nobody can sign up or be written to at an address without an @.
const NO_ADDRESS = `
  alter table users add constraint users_unclaimed_has_no_address
    check (not is_unclaimed or position('@' in email) = 0)`;

const SAMPLES = `
  create table samples (
    name text primary key check (length(name) between 1 and 255),
    brought_at timestamptz
  )`;
