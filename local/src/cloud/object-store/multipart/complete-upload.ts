import { createHash } from 'node:crypto';
import { startChecksum } from '../body/checksum-algorithms.ts';
import type { ObjectStore } from '../object-store.ts';
import { commitObject } from '../objects/commit-object.ts';
import type { StoredChecksum } from '../objects/object.table.ts';
import { readWriteConditions } from '../objects/write-conditions.ts';
import type { StoreRequest } from '../store-request.ts';
import { answerXml, readDocument } from '../xml/xml-exchange.ts';
import { chooseParts, readNamedParts } from './chosen-parts.ts';
import { requireUpload } from './require-upload.ts';
import { deleteUpload, type Part, partsOf, type Upload } from './upload.table.ts';

/** CompleteMultipartUpload: the parts become the object's segments; parts that were not named are dropped. */
export async function completeUpload(store: ObjectStore, complete: StoreRequest): Promise<void> {
  const conditions = readWriteConditions(complete.request.headers);
  requireUpload(store, complete);
  const named = readNamedParts(await readDocument(complete));
  // Looked for again: it may have ended while the document came in. From here on nothing waits.
  const upload = requireUpload(store, complete);
  const chosen = chooseParts(partsOf(store.db, upload.id), named);
  const etag = `${md5OfMd5s(chosen)}-${chosen.length}`;
  const checksum = compositeChecksum(upload, chosen);
  await commitObject(
    store,
    {
      bucket: upload.bucket,
      key: upload.key,
      bytes: chosen.reduce((sum, part) => sum + part.bytes, 0),
      etag,
      headers: upload.headers,
      checksum,
      modifiedAt: Date.now(),
      segments: chosen.map(({ blob, bytes }) => ({ blob, bytes })),
    },
    { eventName: 'ObjectCreated:CompleteMultipartUpload', requestId: complete.requestId },
    conditions,
    () => {
      const used = new Set(chosen.map((part) => part.blob));
      return deleteUpload(store.db, upload.id).filter((blob) => !used.has(blob));
    },
  );
  answerXml(complete.response, 'CompleteMultipartUploadResult', {
    Location: `http://${complete.request.headers.host}/${upload.bucket}/${encodeURIComponent(upload.key)}`,
    Bucket: upload.bucket,
    Key: upload.key,
    ETag: `"${etag}"`,
    ...(checksum ? { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: 'COMPOSITE' } : {}),
  });
}

function md5OfMd5s(parts: readonly Part[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(Buffer.from(part.md5, 'hex'));
  return hash.digest('hex');
}

/** The checksum of the parts' checksums, where every part came with one of the upload's algorithm. */
function compositeChecksum(upload: Upload, parts: readonly Part[]): StoredChecksum | undefined {
  const algorithm = upload.checksumAlgorithm;
  if (!algorithm || parts.some((part) => part.checksumAlgorithm !== algorithm)) return undefined;
  const checksum = startChecksum(algorithm);
  for (const part of parts) checksum.update(Buffer.from(part.checksum ?? '', 'base64'));
  return { algorithm, value: `${checksum.digest().toString('base64')}-${parts.length}` };
}
