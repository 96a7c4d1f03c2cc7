import { type Kysely, sql } from 'kysely';

/** Who runs the gallery. Nobody becomes one by signing up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table users add column is_admin boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table users drop column is_admin`.execute(db);
}
