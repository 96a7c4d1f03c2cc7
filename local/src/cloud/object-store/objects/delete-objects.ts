import { inTransaction } from '../../database/transaction.ts';
import { removeBlobs } from '../blob-folder.ts';
import type { ObjectStore } from '../object-store.ts';
import type { StoreRequest } from '../store-request.ts';
import { elementsOf, malformedXml, readXml, textOf } from '../xml/read-xml.ts';
import { answerXml, readDocument } from '../xml/xml-exchange.ts';
import { deleteObjectRow } from './object.table.ts';

const MAX_KEYS = 1000;

/** Deleting what is not there succeeds, as on S3. */
export async function deleteObject(store: ObjectStore, remove: StoreRequest): Promise<void> {
  const blobs = inTransaction(store.db, () => deleteObjectRow(store.db, remove.bucket, remove.key));
  await removeBlobs(store.blobs, blobs);
  remove.response.writeHead(204).end();
}

/** DeleteObjects: up to 1,000 keys at once. */
export async function deleteObjects(store: ObjectStore, remove: StoreRequest): Promise<void> {
  const document = readXml(await readDocument(remove), 'Delete');
  const keys = elementsOf(document, 'Object').map((object) => textOf(object, 'Key') ?? '');
  if (keys.length === 0 || keys.length > MAX_KEYS || keys.includes('')) throw malformedXml('Delete');
  const blobs = inTransaction(store.db, () =>
    keys.flatMap((key) => deleteObjectRow(store.db, remove.bucket, key)),
  );
  await removeBlobs(store.blobs, blobs);
  const quiet = textOf(document, 'Quiet') === 'true';
  answerXml(remove.response, 'DeleteResult', { Deleted: quiet ? [] : keys.map((key) => ({ Key: key })) });
}
