import type { Application } from '../application.ts';
import { type ImageRow, lockImage, updateImage } from '../images/image.repository.ts';
import { removeImages } from '../removals/removal.service.ts';
import { invokeResize } from '../resizing/invoke-resize.ts';
import { hasOriginal } from '../storage/originals.ts';
import { BATCH_SIZE, inBatches } from './batches.ts';

/** What awaits its original or its result for longer gets it from nobody any more. */
export const GIVEN_UP_AFTER_MS = 24 * 3600 * 1000;

/**
 * After a day without a result: where the original arrived its event or result got lost, so it is resized again;
 * where it did not, nobody will bring it any more.
 */
export async function sweepPending(app: Application, now: Date): Promise<void> {
  await inBatches(async () => {
    const images = await findPendingSince(app, new Date(now.getTime() - GIVEN_UP_AFTER_MS));
    for (const image of images) await settle(app, image, now);
    return images.length;
  });
}

function findPendingSince({ db }: Application, before: Date): Promise<ImageRow[]> {
  return db
    .selectFrom('images')
    .selectAll()
    .where('status', '=', 'pending')
    .where('pending_since', '<', before)
    .orderBy('pending_since')
    .limit(BATCH_SIZE)
    .execute();
}

async function settle({ db, bucket, resize, log }: Application, image: ImageRow, now: Date): Promise<void> {
  if (await hasOriginal(bucket, image.id)) {
    await updateImage(db, image.id, { pending_since: now });
    await invokeResize(resize, image.id, image.bytes, now);
    log.warn({ imageId: image.id }, 'An original had no result for a day; it is resized again.');
    return;
  }
  await db.transaction().execute(async (trx) => {
    const current = await lockImage(trx, image.id);
    // Asked for again, or arrived with its result, while this sweep was at others.
    if (current?.status !== 'pending' || +current.pending_since !== +image.pending_since) return;
    await removeImages(trx, [current], now);
    log.info({ imageId: image.id }, 'An upload did not arrive within a day; its image is removed.');
  });
}
