import type { Database } from '../database/database.ts';
import { isTaken } from '../database/database-errors.ts';
import { Refusal } from '../errors/refusal.ts';
import { findDirector, updateDirector } from './director.repository.ts';
import type { ChangeDirector } from './director.schema.ts';

/** @throws Refusal 404, or 409 where another director has the name */
export async function changeDirector(db: Database, id: string, changes: ChangeDirector) {
  const columns = columnsOf(changes);
  if (Object.keys(columns).length > 0) {
    await updateDirector(db, id, columns).catch((error: unknown) => {
      throw isTaken(error) ? directorTaken(changes.name ?? '') : error;
    });
  }
  const director = await findDirector(db, id);
  if (director === undefined) throw new Refusal(404, 'director-not-found', 'There is no such director.');
  return director;
}

function columnsOf({ name, bio, language, bornYear, diedYear }: ChangeDirector) {
  return {
    ...(name !== undefined && { name }),
    ...(bio !== undefined && { bio }),
    ...(language !== undefined && { language }),
    ...(bornYear !== undefined && { born_year: bornYear }),
    ...(diedYear !== undefined && { died_year: diedYear }),
  };
}

function directorTaken(name: string): Refusal {
  return new Refusal(
    409,
    'director-taken',
    `Expected a name that no other director has, but there is "${name}" already.`,
  );
}
