import type { Application } from '../application.ts';
import { deleteRemoval, findRemovalsBefore, findUndoneRemovals } from '../removals/removal.repository.ts';
import { removeObjectsOf } from '../removals/removal.service.ts';
import { removeImageObjects } from '../storage/image-objects.ts';
import { BATCH_SIZE, inBatches } from './batches.ts';

/** By then every presigned URL of the image has expired, and Lambda (6 hours) has given up on its events. */
const SETTLED_MS = 24 * 3600 * 1000;

/**
 * Removes the objects of removed images: once soon, and once more when nothing can write any of them again, after
 * which the removal is forgotten.
 */
export async function sweepRemovals(
  { db, bucket }: Pick<Application, 'db' | 'bucket'>,
  now: Date,
): Promise<void> {
  await inBatches(async () => {
    const removals = await findUndoneRemovals(db, BATCH_SIZE);
    for (const removal of removals) await removeObjectsOf(db, bucket, removal, now);
    return removals.length;
  });
  await inBatches(async () => {
    const removals = await findRemovalsBefore(db, new Date(now.getTime() - SETTLED_MS), BATCH_SIZE);
    for (const { id, upload_id } of removals) {
      await removeImageObjects(bucket, id, upload_id);
      await deleteRemoval(db, id);
    }
    return removals.length;
  });
}
