import type { Database } from '../database/database.ts';

/** @returns the image's upload id: this one, or the one that another request claimed before */
export async function claimUploadId(db: Database, imageId: string, uploadId: string): Promise<string> {
  const claimed = await db
    .updateTable('images')
    .set((eb) => ({ upload_id: eb.fn.coalesce('upload_id', eb.val(uploadId)) }))
    .where('id', '=', imageId)
    .returning('upload_id')
    .executeTakeFirst();
  // The image was removed meanwhile; its upload then has no claim to abort.
  return claimed?.upload_id ?? '';
}

/** Forgets an upload that S3 no longer knows, unless another one took its place. */
export async function dropUploadId(db: Database, imageId: string, uploadId: string): Promise<void> {
  await db
    .updateTable('images')
    .set({ upload_id: null })
    .where('id', '=', imageId)
    .where('upload_id', '=', uploadId)
    .execute();
}
