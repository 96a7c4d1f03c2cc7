import { inTransaction } from '../../database/transaction.ts';
import { removeBlobs } from '../blob-folder.ts';
import type { CreatedObject, ObjectStore } from '../object-store.ts';
import { deleteObjectRow, findObject, insertObject, type NewObject } from './object.table.ts';
import { checkWriteConditions, type WriteConditions } from './write-conditions.ts';

/**
 * Makes an object visible, replaces the one of the same key, and records who is to be told, all in one
 * transaction; conditions are judged in it, so of two racing `If-None-Match: *` writes exactly one wins.
 *
 * @param alsoInTransaction further rows that belong to the same step; returns blobs that it made unused
 * @throws CloudError 412 or 404 where a condition does not hold; nothing has changed then
 */
export async function commitObject(
  store: ObjectStore,
  object: NewObject,
  origin: Pick<CreatedObject, 'eventName' | 'requestId'>,
  conditions: WriteConditions,
  alsoInTransaction: () => string[] = () => [],
): Promise<void> {
  const unused = inTransaction(store.db, () => {
    checkWriteConditions(findObject(store.db, object.bucket, object.key), conditions);
    const replaced = deleteObjectRow(store.db, object.bucket, object.key);
    const objectId = insertObject(store.db, object);
    store.notifications.record({ ...object, ...origin, objectId, createdAt: object.modifiedAt });
    return [...replaced, ...alsoInTransaction()];
  });
  for (const segment of object.segments) store.blobs.uncommitted.delete(segment.blob);
  store.notifications.committed();
  await removeBlobs(store.blobs, unused);
}
