import type { Database } from '../database/database.ts';

/** Does nothing where it is one already. */
export async function insertFavourite(trx: Database, userId: string, movieId: string): Promise<void> {
  await trx
    .insertInto('favourites')
    .values({ user_id: userId, movie_id: movieId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteFavourite(db: Database, userId: string, movieId: string): Promise<void> {
  await db.deleteFrom('favourites').where('user_id', '=', userId).where('movie_id', '=', movieId).execute();
}
