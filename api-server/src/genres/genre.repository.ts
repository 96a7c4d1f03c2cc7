import { sql, type Updateable } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { inOneOrder } from '../database/locking-order.ts';
import type { GenreTable } from './genre.table.ts';

/** A gallery has some dozens; the bound is for one that has not. */
const MAX_GENRES = 200;

function selectGenres(db: Database) {
  return db
    .selectFrom('genres')
    .select(['genres.id', 'genres.name', 'genres.description', 'genres.language'])
    .select((eb) =>
      eb
        .selectFrom('movie_genres')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('movie_genres.genre_id', '=', 'genres.id')
        .$asScalar()
        .$notNull()
        .as('movieCount'),
    );
}

/** Those that have films, by name. */
export function findGenres(db: Database) {
  return selectGenres(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('movie_genres')
          .select('movie_genres.movie_id')
          .whereRef('movie_genres.genre_id', '=', 'genres.id'),
      ),
    )
    .orderBy(sql`lower(genres.name)`)
    .limit(MAX_GENRES)
    .execute();
}

export function findGenre(db: Database, id: string) {
  return selectGenres(db).where('genres.id', '=', id).executeTakeFirst();
}

/** @throws where another genre has the name, see isTaken */
export async function updateGenre(db: Database, id: string, changes: Updateable<GenreTable>): Promise<void> {
  await db.updateTable('genres').set(changes).where('id', '=', id).execute();
}

/** Gives a film the genres of these names. Upper and lower case do not matter; a name that is unknown is made. */
export async function replaceGenresOf(trx: Database, movieId: string, names: string[]): Promise<void> {
  await insertMissingGenres(trx, names);
  await trx.deleteFrom('movie_genres').where('movie_id', '=', movieId).execute();
  await sql`insert into movie_genres (movie_id, genre_id)
    select distinct ${movieId}::uuid, genres.id
    from unnest(${names}::text[]) as given (name) join genres on lower(genres.name) = lower(given.name)`.execute(
    trx,
  );
}

async function insertMissingGenres(trx: Database, names: string[]): Promise<void> {
  if (names.length === 0) return;
  await trx
    .insertInto('genres')
    .values(inOneOrder(names).map((name) => ({ id: uuid(), name })))
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .execute();
}
