import type { Database } from '../database/database.ts';
import { imageNotFound } from '../errors/refusal.ts';
import { notifyImage } from '../events/event.channel.ts';
import { updateImage } from '../images/image.repository.ts';
import type { Member } from '../sessions/bearer.ts';
import { lockVisibleImageOf } from './movie-image.repository.ts';

/**
 * Takes an image out of a film; the image stays. Its owner may, and administrators where they see it.
 *
 * @throws Refusal 404 also for an image that the member may see but has no say in, as for every change of an image
 */
export async function takeOutOfMovie(
  trx: Database,
  member: Member,
  movieId: string,
  imageId: string,
): Promise<void> {
  const image = await lockVisibleImageOf(trx, member, movieId, imageId);
  if (image === undefined || !(member.isAdmin || image.owner_id === member.id)) throw imageNotFound();
  await updateImage(trx, imageId, { movie_id: null });
  await notifyImage(trx, 'changed', image);
}
