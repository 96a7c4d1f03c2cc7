import { expressionBuilder, type Insertable, sql, type Updateable } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { renditionsOfImage } from '../images/image.repository.ts';
import { isWithin } from '../images/image.visibility.ts';
import type { Viewer } from '../sessions/bearer.ts';
import type { MovieTable } from './movie.table.ts';

/** A film with all that an answer shows of it. */
export type Movie = Awaited<ReturnType<ReturnType<typeof selectMovies>['execute']>>[number];

/** The one way to read films for answers; the callers add which. */
export function selectMovies(db: Database, viewer: Viewer) {
  return db
    .selectFrom('movies')
    .selectAll('movies')
    .select([
      jsonArrayFrom(genresOfMovie()).as('genres'),
      jsonArrayFrom(directorsOfMovie()).as('directors'),
      jsonObjectFrom(posterOfMovie()).as('poster'),
      isFavouriteOf(viewer).as('is_favourite'),
    ]);
}

const movies = () => expressionBuilder<Tables, 'movies'>();

function genresOfMovie() {
  return movies()
    .selectFrom('movie_genres')
    .innerJoin('genres', 'genres.id', 'movie_genres.genre_id')
    .select(['genres.id', 'genres.name', 'genres.description', 'genres.language'])
    .whereRef('movie_genres.movie_id', '=', 'movies.id')
    .orderBy(sql`lower(genres.name)`);
}

function directorsOfMovie() {
  return movies()
    .selectFrom('movie_directors')
    .innerJoin('directors', 'directors.id', 'movie_directors.director_id')
    .select([
      'directors.id',
      'directors.name',
      'directors.bio',
      'directors.language',
      'directors.born_year',
      'directors.died_year',
    ])
    .whereRef('movie_directors.movie_id', '=', 'movies.id')
    .orderBy('movie_directors.position');
}

/** The image that was chosen, while it is one of the film's own and everybody sees it. */
function posterOfMovie() {
  return movies()
    .selectFrom('images')
    .select(['images.id', 'images.width', 'images.height', 'images.thumbhash'])
    .select(renditionsOfImage().as('renditions'))
    .whereRef('images.id', '=', 'movies.poster_image_id')
    .whereRef('images.movie_id', '=', 'movies.id')
    .where(isWithin(expressionBuilder<Tables, 'images'>(), { kind: 'public' }));
}

export function isFavouriteOf(viewer: Viewer) {
  const eb = movies();
  if (viewer === undefined) return eb.lit(false);
  return eb.exists(
    eb
      .selectFrom('favourites')
      .select('favourites.movie_id')
      .whereRef('favourites.movie_id', '=', 'movies.id')
      .where('favourites.user_id', '=', viewer.id),
  );
}

export function findMovie(db: Database, viewer: Viewer, id: string): Promise<Movie | undefined> {
  return selectMovies(db, viewer).where('movies.id', '=', id).executeTakeFirst();
}

/** Others who change the same film wait until this transaction ends. */
export function lockMovie(trx: Database, id: string) {
  return trx.selectFrom('movies').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** Keeps the film from being removed until this transaction ends. */
export function shareMovie(trx: Database, id: string) {
  return trx.selectFrom('movies').select('id').where('id', '=', id).forKeyShare().executeTakeFirst();
}

export async function insertMovie(trx: Database, movie: Insertable<MovieTable>): Promise<void> {
  await trx.insertInto('movies').values(movie).execute();
}

export async function updateMovie(trx: Database, id: string, changes: Updateable<MovieTable>): Promise<void> {
  await trx.updateTable('movies').set(changes).where('id', '=', id).execute();
}

/** @returns whether there was one */
export async function deleteMovie(db: Database, id: string): Promise<boolean> {
  const deleted = await db.deleteFrom('movies').where('id', '=', id).executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Of every year that has films, how many: at most one for each year that a film may have. */
export function countMoviesByYear(db: Database) {
  return db
    .selectFrom('movies')
    .select((eb) => ['year', eb.fn.countAll<number>().as('movieCount')])
    .groupBy('year')
    .orderBy('year', 'desc')
    .execute();
}
