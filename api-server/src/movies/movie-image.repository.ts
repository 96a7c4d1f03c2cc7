import type { Database } from '../database/database.ts';
import { isVisibleTo, isWithin } from '../images/image.visibility.ts';
import type { Member } from '../sessions/bearer.ts';

function imagesOfMovie(db: Database, movieId: string, imageId: string) {
  return db
    .selectFrom('images')
    .select(['images.id', 'images.owner_id'])
    .where('images.id', '=', imageId)
    .where('images.movie_id', '=', movieId);
}

export async function isPublicImageOf(db: Database, movieId: string, imageId: string): Promise<boolean> {
  const image = await imagesOfMovie(db, movieId, imageId)
    .where((eb) => isWithin(eb, { kind: 'public' }))
    .executeTakeFirst();
  return image !== undefined;
}

/** Others who change the same image wait until this transaction ends. */
export function lockVisibleImageOf(trx: Database, member: Member, movieId: string, imageId: string) {
  return imagesOfMovie(trx, movieId, imageId)
    .where((eb) => isVisibleTo(eb, member))
    .forUpdate()
    .executeTakeFirst();
}
