import type { Application } from '../application.ts';
import type { Database } from '../database/database.ts';
import { notifyImage } from '../events/event.channel.ts';
import type { ImageRow } from '../images/image.repository.ts';
import type { ImageBucket } from '../storage/image-bucket.ts';
import { removeImageObjects } from '../storage/image-objects.ts';
import { refundUser } from '../users/user.repository.ts';
import { deleteImages, insertRemovals, markObjectsRemoved } from './removal.repository.ts';

/** Removes images for good and gives their owner the space back. Their objects follow after the transaction. */
export async function removeImages(trx: Database, images: ImageRow[], now: Date): Promise<void> {
  const removed = await deleteImages(
    trx,
    images.map((image) => image.id),
  );
  await insertRemovals(trx, removed, now);
  for (const image of removed) {
    await refundUser(trx, image.owner_id, 1, image.bytes);
    await notifyImage(trx, 'removed', image);
  }
}

/** @throws the bucket's error; the sweep tries again */
export async function removeObjectsOf(
  db: Database,
  bucket: ImageBucket,
  image: { id: string; upload_id: string | null },
  now: Date,
): Promise<void> {
  await removeImageObjects(bucket, image.id, image.upload_id);
  await markObjectsRemoved(db, image.id, now);
}

/** For a request whose removal is committed: a bucket that is away is no reason to fail it. */
export async function removeObjectsNowOrLater(
  { db, bucket, log }: Application,
  image: { id: string; upload_id: string | null },
  now: Date,
): Promise<void> {
  await removeObjectsOf(db, bucket, image, now).catch((err: unknown) =>
    log.error({ err, imageId: image.id }, 'The objects of a removed image stay until the next sweep.'),
  );
}
