import type { Kysely } from 'kysely';
import { type Migration, type MigrationResultSet, Migrator, NO_MIGRATIONS } from 'kysely/migration';
import * as administrators from './migrations/administrators.ts';
import * as animations from './migrations/animations.ts';
import * as films from './migrations/films.ts';
import * as membersAndImages from './migrations/members-and-images.ts';
import * as takenAt from './migrations/taken-at.ts';
import * as textLanguages from './migrations/text-languages.ts';
import * as unclaimedMember from './migrations/unclaimed-member.ts';

/** In the order of their names. A migration that was released never changes; what follows gets the next number. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-members-and-images': membersAndImages,
  '0002-administrators': administrators,
  '0003-films': films,
  '0004-taken-at': takenAt,
  '0005-unclaimed-member': unclaimedMember,
  '0006-animations': animations,
  '0007-text-languages': textLanguages,
};

/**
 * Brings the tables up to what this code expects. Hosts that start together wait for one another: the migrator
 * holds an advisory lock, and all steps are one transaction.
 */
export async function migrateUp<T>(db: Kysely<T>): Promise<string[]> {
  return namesOf(await migrator(db).migrateToLatest());
}

/** Takes back every migration, and with them all data. */
export async function migrateDown<T>(db: Kysely<T>): Promise<string[]> {
  return namesOf(await migrator(db).migrateTo(NO_MIGRATIONS));
}

function migrator<T>(db: Kysely<T>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
}

function namesOf({ error, results }: MigrationResultSet): string[] {
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => `${result.direction} ${result.migrationName}`);
}
