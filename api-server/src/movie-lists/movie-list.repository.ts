import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { MovieListTable } from './movie-list.table.ts';

export type MovieListRow = Selectable<MovieListTable>;

/** A list with how many films it has. */
export type MovieList = Awaited<ReturnType<typeof findListsOf>>[number];

function selectListsOf(db: Database, userId: string) {
  return db
    .selectFrom('movie_lists')
    .selectAll('movie_lists')
    .select((eb) =>
      eb
        .selectFrom('movie_list_items')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('movie_list_items.list_id', '=', 'movie_lists.id')
        .$asScalar()
        .$notNull()
        .as('movie_count'),
    )
    .where('movie_lists.user_id', '=', userId);
}

/** By name; a member has a bounded number. */
export function findListsOf(db: Database, userId: string) {
  return selectListsOf(db, userId).orderBy(sql`lower(movie_lists.name)`).execute();
}

export function findListOf(db: Database, userId: string, id: string): Promise<MovieList | undefined> {
  return selectListsOf(db, userId).where('movie_lists.id', '=', id).executeTakeFirst();
}

/** @returns the ids of the member's lists that have the film */
export async function findListsWith(db: Database, userId: string, movieId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('movie_lists')
    .innerJoin('movie_list_items', 'movie_list_items.list_id', 'movie_lists.id')
    .select('movie_lists.id')
    .where('movie_lists.user_id', '=', userId)
    .where('movie_list_items.movie_id', '=', movieId)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Others who change the same list wait until this transaction ends. */
export function lockListOf(trx: Database, userId: string, id: string): Promise<MovieListRow | undefined> {
  return trx
    .selectFrom('movie_lists')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
}

/** @throws where the member has a list of this name, see isTaken */
export async function insertList(trx: Database, list: Insertable<MovieListTable>): Promise<void> {
  await trx.insertInto('movie_lists').values(list).execute();
}

/**
 * @returns whether there was one
 * @throws where the member has another list of this name, see isTaken
 */
export async function renameListOf(db: Database, userId: string, id: string, name: string): Promise<boolean> {
  const renamed = await db
    .updateTable('movie_lists')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return renamed.numUpdatedRows === 1n;
}

/** @returns whether there was one */
export async function deleteListOf(db: Database, userId: string, id: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom('movie_lists')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

export async function countListsOf(trx: Database, userId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('movie_lists')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function countItemsOf(trx: Database, listId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('movie_list_items')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('list_id', '=', listId)
    .executeTakeFirstOrThrow();
  return count;
}

/** @returns whether it is there only now */
export async function insertItem(trx: Database, listId: string, movieId: string): Promise<boolean> {
  const inserted = await trx
    .insertInto('movie_list_items')
    .values({ list_id: listId, movie_id: movieId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function deleteItem(trx: Database, listId: string, movieId: string): Promise<void> {
  await trx
    .deleteFrom('movie_list_items')
    .where('list_id', '=', listId)
    .where('movie_id', '=', movieId)
    .execute();
}
