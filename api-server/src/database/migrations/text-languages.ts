import { type Kysely, sql } from 'kysely';

/** The language in which a film's synopsis, a director's bio and a genre's description are written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(languageOf(table)).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql`alter table ${sql.table(table)} drop column language`.execute(db);
}

const TABLES = ['movies', 'directors', 'genres'];

// Those that are there are taken for English, as the sample catalogue's are.
const languageOf = (table: string) => `
  alter table ${table} add column language text not null default 'en'
    check (language ~ '^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$')`;
