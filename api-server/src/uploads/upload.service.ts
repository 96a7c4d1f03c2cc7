import { MULTIPART_THRESHOLD_BYTES } from '@movieflix/contracts';
import type { Database } from '../database/database.ts';
import { Refusal } from '../errors/refusal.ts';
import { factsOf, findImageBySha256, type ImageRow } from '../images/image.repository.ts';
import { changeImage, getLockedOwnImage } from '../images/image.service.ts';
import { keepMovie } from '../movies/movie.service.ts';
import { removeImages } from '../removals/removal.service.ts';
import type { ImageBucket } from '../storage/image-bucket.ts';
import { hasOriginal } from '../storage/originals.ts';
import { type PresignedUpload, presignOriginal } from '../storage/upload-urls.ts';
import { type MultipartUpload, openMultipart } from './multipart.service.ts';
import { isLost, reserveImage } from './reservation.ts';
import type { AskForUpload } from './upload.schema.ts';

export interface UploadAnswer {
  imageId: string;
  /** `undefined` where the bytes are there already. */
  upload: PresignedUpload | MultipartUpload | undefined;
}

/**
 * Asking again for the same bytes continues where the first ask stopped: the same image, and a fresh URL or the
 * same multipart upload.
 *
 * @throws Refusal 404 where the film is not there, 409 where the image exceeds the member's quota
 */
export async function askForUpload(
  db: Database,
  bucket: ImageBucket,
  memberId: string,
  ask: AskForUpload,
  maxMemberBytes: number,
  now: Date,
): Promise<UploadAnswer> {
  const existing = await findImageBySha256(db, memberId, Buffer.from(ask.sha256, 'hex'));
  if (existing !== undefined && (await hasArrived(bucket, existing))) {
    await db.transaction().execute((trx) => putIntoMovie(trx, existing, ask.movieId));
    return { imageId: existing.id, upload: undefined };
  }
  const image = await db.transaction().execute(async (trx) => {
    if (ask.movieId !== undefined) await keepMovie(trx, ask.movieId);
    const reserved = await reserveImage(trx, memberId, ask, maxMemberBytes, now);
    await putIntoMovie(trx, reserved, ask.movieId);
    return reserved;
  });
  return { imageId: image.id, upload: await openUpload(db, bucket, image, now) };
}

/** Who uploads a picture to a film wants it there, whether or not they had it before. */
async function putIntoMovie(trx: Database, image: ImageRow, movieId: string | undefined): Promise<void> {
  if (movieId === undefined || movieId === image.movie_id) return;
  await changeImage(trx, image.owner_id, image.id, { movieId });
}

async function hasArrived(bucket: ImageBucket, image: ImageRow): Promise<boolean> {
  return image.status === 'pending' ? hasOriginal(bucket, image.id) : !isLost(image);
}

async function openUpload(db: Database, bucket: ImageBucket, image: ImageRow, now: Date) {
  // It arrived, and even its result did, while this ask was under way.
  if (image.status !== 'pending') return undefined;
  if (image.bytes > MULTIPART_THRESHOLD_BYTES) return openMultipart(db, bucket, image);
  const { id, content_type, bytes } = image;
  const declared = { imageId: id, contentType: content_type, bytes, ...factsOf(image) };
  return presignOriginal(bucket, declared, now);
}

/**
 * Gives up an upload that has not arrived; the image goes with it.
 *
 * @returns the image that was removed, whose objects have to follow
 * @throws Refusal 409 where it has arrived
 */
export async function giveUpUpload(
  trx: Database,
  bucket: ImageBucket,
  memberId: string,
  id: string,
  now: Date,
): Promise<ImageRow> {
  const image = await getLockedOwnImage(trx, memberId, id);
  if (image.status !== 'pending' || (await hasOriginal(bucket, id))) {
    throw new Refusal(409, 'already-arrived', 'This upload is complete. Remove the image instead.');
  }
  await removeImages(trx, [image], now);
  return image;
}
