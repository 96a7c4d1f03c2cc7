import type { Database } from '../database/database.ts';
import { removeImages } from '../removals/removal.service.ts';
import { BATCH_SIZE, inBatches } from './batches.ts';

const KEPT_MS = 30 * 24 * 3600 * 1000;

/** Removes for good what has been in the trash for thirty days. */
export async function sweepTrash(db: Database, now: Date): Promise<void> {
  await inBatches(() =>
    db.transaction().execute(async (trx) => {
      const images = await trx
        .selectFrom('images')
        .selectAll()
        .where('trashed_at', '<', new Date(now.getTime() - KEPT_MS))
        .orderBy('trashed_at')
        .limit(BATCH_SIZE)
        .forUpdate()
        .execute();
      if (images.length > 0) await removeImages(trx, images, now);
      return images.length;
    }),
  );
}
