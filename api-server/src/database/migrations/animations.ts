import { type Kysely, sql } from 'kysely';

/** Which originals move. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table images add column is_animated boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table images drop column is_animated`.execute(db);
}
