import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { containingFolded } from '../database/search-pattern.ts';
import type { Tables } from '../database/tables.ts';
import { Refusal } from '../errors/refusal.ts';
import { getOwnList } from '../movie-lists/movie-list.service.ts';
import type { Viewer } from '../sessions/bearer.ts';
import { placeOfCursor } from './movie.cursor.ts';
import { isFavouriteOf, type Movie, selectMovies } from './movie.repository.ts';
import type { ListMovies } from './movie.schema.ts';

type Condition = Expression<SqlBool>;

/** Each is an index, read from one of its ends. */
const ORDERS = {
  title: { column: 'movies.sort_title', direction: 'asc' },
  newest: { column: 'movies.year', direction: 'desc' },
  oldest: { column: 'movies.year', direction: 'asc' },
} as const;

/**
 * One page of films. A search finds films in two ways, by their own words and by their directors; each is a scan that
 * ends after a page, the page is taken from both, and only its films are read whole.
 *
 * @returns up to one more than the limit, which tells that there is a next page
 * @throws Refusal 400 for a broken cursor, 401 where the filter speaks of a member and nobody is signed in, 404 for a
 *   list that is not the member's own
 */
export async function listMovies(db: Database, viewer: Viewer, filter: ListMovies): Promise<Movie[]> {
  if (filter.favourite && viewer === undefined) throw signInForOwn();
  if (filter.list !== undefined) await requireOwnList(db, viewer, filter.list);
  const { column, direction } = ORDERS[filter.sort];
  const conditions = conditionsOf(viewer, filter);
  const scan = (search: Condition[]) =>
    db
      .selectFrom('movies')
      .select(['movies.id', sql.ref(column).as('key')])
      .where((eb) => eb.and([...conditions, ...search]))
      .orderBy(column, direction)
      .orderBy('movies.id', direction)
      .limit(filter.limit + 1);
  const found = (search: Condition[]) => db.selectFrom(scan(search).as('scan')).select(['id', 'key']);
  const ids =
    filter.q === undefined
      ? found([])
      : found([hasWords(filter.q)]).union(found([hasDirectorNamed(filter.q)]));
  return selectMovies(db, viewer)
    .where('movies.id', 'in', (eb) =>
      eb
        .selectFrom(ids.as('found'))
        .select('found.id')
        .orderBy('found.key', direction)
        .orderBy('found.id', direction)
        .limit(filter.limit + 1),
    )
    .orderBy(column, direction)
    .orderBy('movies.id', direction)
    .execute();
}

const movies = () => expressionBuilder<Tables, 'movies'>();

function conditionsOf(viewer: Viewer, filter: ListMovies): Condition[] {
  const { cursor, genre, director, yearFrom, yearTo, favourite, list, sort } = filter;
  const eb = movies();
  const wanted: Condition[] = [];
  if (cursor !== undefined) wanted.push(isAfter(cursor, sort));
  if (yearFrom !== undefined) wanted.push(eb('movies.year', '>=', yearFrom));
  if (yearTo !== undefined) wanted.push(eb('movies.year', '<=', yearTo));
  if (genre !== undefined) {
    const genres = eb.selectFrom('movie_genres').select('movie_id').where('genre_id', '=', genre);
    wanted.push(eb.exists(genres.whereRef('movie_genres.movie_id', '=', 'movies.id')));
  }
  if (director !== undefined) {
    const directors = eb.selectFrom('movie_directors').select('movie_id').where('director_id', '=', director);
    wanted.push(eb.exists(directors.whereRef('movie_directors.movie_id', '=', 'movies.id')));
  }
  if (list !== undefined) {
    const items = eb.selectFrom('movie_list_items').select('movie_id').where('list_id', '=', list);
    wanted.push(eb.exists(items.whereRef('movie_list_items.movie_id', '=', 'movies.id')));
  }
  if (favourite) wanted.push(isFavouriteOf(viewer));
  return wanted;
}

function isAfter(cursor: string, sort: ListMovies['sort']): Condition {
  const { key, id } = placeOfCursor(cursor, sort);
  const { column, direction } = ORDERS[sort];
  const comparison = sql.raw(direction === 'asc' ? '>' : '<');
  return sql<SqlBool>`(${sql.ref(column)}, movies.id) ${comparison} (${key}, ${id})`;
}

function hasWords(q: string): Condition {
  return movies()('movies.search_text', 'like', containingFolded(q));
}

function hasDirectorNamed(q: string): Condition {
  const eb = movies();
  return eb.exists(
    eb
      .selectFrom('movie_directors')
      .innerJoin('directors', 'directors.id', 'movie_directors.director_id')
      .select('movie_directors.movie_id')
      .whereRef('movie_directors.movie_id', '=', 'movies.id')
      .where('directors.search_text', 'like', containingFolded(q)),
  );
}

async function requireOwnList(db: Database, viewer: Viewer, listId: string): Promise<void> {
  if (viewer === undefined) throw signInForOwn();
  await getOwnList(db, viewer.id, listId);
}

function signInForOwn(): Refusal {
  return new Refusal(401, 'sign-in-needed', 'Sign in to see your own favourites and lists.');
}
