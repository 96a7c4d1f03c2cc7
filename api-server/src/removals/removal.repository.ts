import type { Database } from '../database/database.ts';

/** @returns what was there to delete */
export function deleteImages(trx: Database, ids: string[]) {
  return trx
    .deleteFrom('images')
    .where('id', 'in', ids)
    .returning(['id', 'owner_id', 'bytes', 'upload_id'])
    .execute();
}

export async function insertRemovals(
  trx: Database,
  images: { id: string; upload_id: string | null }[],
  now: Date,
): Promise<void> {
  if (images.length === 0) return;
  await trx
    .insertInto('removals')
    .values(images.map((image) => ({ image_id: image.id, upload_id: image.upload_id, removed_at: now })))
    .execute();
}

export async function markObjectsRemoved(db: Database, imageId: string, now: Date): Promise<void> {
  await db.updateTable('removals').set({ objects_removed_at: now }).where('image_id', '=', imageId).execute();
}

export async function wasRemoved(db: Database, imageId: string): Promise<boolean> {
  const row = await db
    .selectFrom('removals')
    .select('image_id')
    .where('image_id', '=', imageId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removals whose objects have not gone yet, oldest first. */
export function findUndoneRemovals(db: Database, limit: number) {
  return db
    .selectFrom('removals')
    .select(['image_id as id', 'upload_id'])
    .where('objects_removed_at', 'is', null)
    .orderBy('removed_at')
    .limit(limit)
    .execute();
}

export function findRemovalsBefore(db: Database, before: Date, limit: number) {
  return db
    .selectFrom('removals')
    .select(['image_id as id', 'upload_id'])
    .where('removed_at', '<', before)
    .orderBy('removed_at')
    .limit(limit)
    .execute();
}

export async function deleteRemoval(db: Database, imageId: string): Promise<void> {
  await db.deleteFrom('removals').where('image_id', '=', imageId).execute();
}
