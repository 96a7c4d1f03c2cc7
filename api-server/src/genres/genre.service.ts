import type { Database } from '../database/database.ts';
import { isTaken } from '../database/database-errors.ts';
import { Refusal } from '../errors/refusal.ts';
import { findGenre, updateGenre } from './genre.repository.ts';
import type { ChangeGenre } from './genre.schema.ts';

/** @throws Refusal 404, or 409 where another genre has the name */
export async function changeGenre(db: Database, id: string, changes: ChangeGenre) {
  if (Object.keys(changes).length > 0) {
    await updateGenre(db, id, changes).catch((error: unknown) => {
      throw isTaken(error) ? genreTaken(changes.name ?? '') : error;
    });
  }
  const genre = await findGenre(db, id);
  if (genre === undefined) throw new Refusal(404, 'genre-not-found', 'There is no such genre.');
  return genre;
}

function genreTaken(name: string): Refusal {
  return new Refusal(
    409,
    'genre-taken',
    `Expected a name that no other genre has, but there is "${name}" already.`,
  );
}
