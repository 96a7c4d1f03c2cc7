import { sql, type Updateable } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { inOneOrder } from '../database/locking-order.ts';
import { containingFolded } from '../database/search-pattern.ts';
import type { ListDirectors } from './director.schema.ts';
import type { DirectorTable } from './director.table.ts';

function selectDirectors(db: Database) {
  return db
    .selectFrom('directors')
    .select([
      'directors.id',
      'directors.name',
      'directors.bio',
      'directors.language',
      'directors.born_year as bornYear',
      'directors.died_year as diedYear',
    ])
    .select((eb) =>
      eb
        .selectFrom('movie_directors')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('movie_directors.director_id', '=', 'directors.id')
        .$asScalar()
        .$notNull()
        .as('movieCount'),
    );
}

/** Those that have films, by name. */
export function findDirectors(db: Database, { limit, q }: ListDirectors) {
  const query = selectDirectors(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('movie_directors')
          .select('movie_directors.movie_id')
          .whereRef('movie_directors.director_id', '=', 'directors.id'),
      ),
    )
    .orderBy(sql`lower(directors.name)`)
    .limit(limit);
  return (
    q === undefined ? query : query.where('directors.search_text', 'like', containingFolded(q))
  ).execute();
}

export function findDirector(db: Database, id: string) {
  return selectDirectors(db).where('directors.id', '=', id).executeTakeFirst();
}

/** @throws where another director has the name, see isTaken */
export async function updateDirector(
  db: Database,
  id: string,
  changes: Updateable<DirectorTable>,
): Promise<void> {
  await db.updateTable('directors').set(changes).where('id', '=', id).execute();
}

/**
 * Gives a film the directors of these names, in their order. Upper and lower case do not matter; a name that is
 * unknown is made.
 */
export async function replaceDirectorsOf(trx: Database, movieId: string, names: string[]): Promise<void> {
  await insertMissingDirectors(trx, names);
  await trx.deleteFrom('movie_directors').where('movie_id', '=', movieId).execute();
  await sql`insert into movie_directors (movie_id, director_id, position)
    select ${movieId}::uuid, directors.id, min(given.position)
    from unnest(${names}::text[]) with ordinality as given (name, position)
      join directors on lower(directors.name) = lower(given.name)
    group by directors.id`.execute(trx);
}

async function insertMissingDirectors(trx: Database, names: string[]): Promise<void> {
  if (names.length === 0) return;
  await trx
    .insertInto('directors')
    .values(inOneOrder(names).map((name) => ({ id: uuid(), name })))
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .execute();
}
