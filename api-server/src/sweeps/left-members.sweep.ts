import type { Database } from '../database/database.ts';
import { removeImages } from '../removals/removal.service.ts';
import { BATCH_SIZE, inBatches } from './batches.ts';

/** Removes the images of members who left, and then the members. */
export async function sweepLeftMembers(db: Database, now: Date): Promise<void> {
  await inBatches(async () => {
    const members = await db
      .selectFrom('users')
      .select('id')
      .where('left_at', 'is not', null)
      .orderBy('id')
      .limit(BATCH_SIZE)
      .execute();
    for (const { id } of members) await removeMember(db, id, now);
    return members.length;
  });
}

async function removeMember(db: Database, userId: string, now: Date): Promise<void> {
  await inBatches(() => db.transaction().execute((trx) => removeSomeImagesOf(trx, userId, now)));
  // Where images are left, the next sweep goes on with them.
  await db
    .deleteFrom('users')
    .where('id', '=', userId)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('images').select('images.id').whereRef('images.owner_id', '=', 'users.id')),
      ),
    )
    .execute();
}

async function removeSomeImagesOf(trx: Database, userId: string, now: Date): Promise<number> {
  const images = await trx
    .selectFrom('images')
    .selectAll()
    .where('owner_id', '=', userId)
    .limit(BATCH_SIZE)
    .forUpdate()
    .execute();
  if (images.length > 0) await removeImages(trx, images, now);
  return images.length;
}
