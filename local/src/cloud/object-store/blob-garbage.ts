import type { DatabaseSync } from 'node:sqlite';
import { type BlobFolder, listBlobs, removeBlobs } from './blob-folder.ts';

/**
 * Removes blobs that nothing names: those of a process that died between moving a file and committing its
 * row, or between committing a removal and removing the file. Runs beside requests.
 */
export async function sweepBlobGarbage(
  db: DatabaseSync,
  folder: BlobFolder,
  isStopping: () => boolean,
): Promise<void> {
  for await (const blobs of listBlobs(folder)) {
    if (isStopping()) return;
    const named = db.prepare(
      'SELECT 1 FROM segments WHERE blob = ?1 UNION ALL SELECT 1 FROM parts WHERE blob = ?1 LIMIT 1',
    );
    await removeBlobs(
      folder,
      blobs.filter((blob) => !folder.uncommitted.has(blob) && named.get(blob) === undefined),
    );
  }
}
