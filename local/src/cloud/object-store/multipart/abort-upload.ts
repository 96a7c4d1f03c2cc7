import { inTransaction } from '../../database/transaction.ts';
import { removeBlobs } from '../blob-folder.ts';
import type { ObjectStore } from '../object-store.ts';
import type { StoreRequest } from '../store-request.ts';
import { requireUpload } from './require-upload.ts';
import { deleteUpload, uploadsStartedBefore } from './upload.table.ts';

export async function abortUpload(store: ObjectStore, abort: StoreRequest): Promise<void> {
  const upload = requireUpload(store, abort);
  const blobs = inTransaction(store.db, () => deleteUpload(store.db, upload.id));
  await removeBlobs(store.blobs, blobs);
  abort.response.writeHead(204).end();
}

/** Ends uploads that nobody completed, as a lifecycle rule of the bucket does on S3. */
export async function abortAbandonedUploads(store: ObjectStore, startedBefore: number): Promise<void> {
  const blobs = inTransaction(store.db, () =>
    uploadsStartedBefore(store.db, startedBefore).flatMap((id) => deleteUpload(store.db, id)),
  );
  await removeBlobs(store.blobs, blobs);
}
