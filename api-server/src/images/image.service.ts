import type { Database } from '../database/database.ts';
import { imageNotFound, Refusal } from '../errors/refusal.ts';
import { notifyImage } from '../events/event.channel.ts';
import { keepMovie } from '../movies/movie.service.ts';
import { removeImages } from '../removals/removal.service.ts';
import type { ResizeFunction } from '../resizing/invoke-resize.ts';
import type { Viewer } from '../sessions/bearer.ts';
import { canRetry } from './image.failure.ts';
import {
  findVisibleImage,
  type Image,
  type ImageRow,
  lockOwnImage,
  replaceTags,
  updateImage,
} from './image.repository.ts';
import type { ChangeImage } from './image.schema.ts';
import { resizeAgain } from './resize-again.ts';

/** @throws Refusal 404 */
export async function getVisibleImage(db: Database, viewer: Viewer, id: string): Promise<Image> {
  const image = await findVisibleImage(db, viewer, id);
  if (image === undefined) throw imageNotFound();
  return image;
}

/** @throws Refusal 404 also for an image that the member may see but does not own */
export async function getLockedOwnImage(trx: Database, memberId: string, id: string): Promise<ImageRow> {
  const image = await lockOwnImage(trx, memberId, id);
  if (image === undefined) throw imageNotFound();
  return image;
}

/** @throws Refusal 404 also where it is to be put into a film that is not there */
export async function changeImage(
  trx: Database,
  memberId: string,
  id: string,
  { tags, movieId, ...changes }: ChangeImage,
): Promise<void> {
  // Before the image: whoever removes a film locks it first, too, and then its images.
  if (movieId) await keepMovie(trx, movieId);
  const image = await getLockedOwnImage(trx, memberId, id);
  const columns = { ...changes, ...(movieId === undefined ? {} : { movie_id: movieId }) };
  if (Object.keys(columns).length > 0) await updateImage(trx, id, columns);
  if (tags !== undefined) await replaceTags(trx, id, tags);
  await notifyImage(trx, 'changed', image);
}

/** What is in the trash already stays there, with its first date. */
export async function trashImage(trx: Database, memberId: string, id: string, now: Date): Promise<void> {
  const image = await getLockedOwnImage(trx, memberId, id);
  if (image.trashed_at !== null) return;
  await updateImage(trx, id, { trashed_at: now });
  await notifyImage(trx, 'changed', image);
}

export async function restoreImage(trx: Database, memberId: string, id: string): Promise<void> {
  const image = await getLockedOwnImage(trx, memberId, id);
  await updateImage(trx, id, { trashed_at: null });
  await notifyImage(trx, 'changed', image);
}

/** @throws Refusal 409 where it is not in the trash */
export async function removeTrashedImage(
  trx: Database,
  memberId: string,
  id: string,
  now: Date,
): Promise<ImageRow> {
  const image = await getLockedOwnImage(trx, memberId, id);
  if (image.trashed_at === null) {
    throw new Refusal(
      409,
      'not-in-trash',
      'Only an image in the trash can be removed for good. Move it there first.',
    );
  }
  await removeImages(trx, [image], now);
  return image;
}

/** @throws Refusal 409 where trying again would give the same answer */
export async function retryImage(
  trx: Database,
  resize: ResizeFunction,
  memberId: string,
  id: string,
  now: Date,
): Promise<void> {
  const image = await getLockedOwnImage(trx, memberId, id);
  if (!canRetry(image)) {
    const state = image.status === 'failed' ? `failed for good (${image.failure_reason})` : image.status;
    throw new Refusal(
      409,
      'cannot-retry',
      `Expected an image whose processing failed in passing; this one is ${state}.`,
    );
  }
  await resizeAgain(trx, resize, image, now);
}
