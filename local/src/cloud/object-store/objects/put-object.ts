import { readBodyExpectations } from '../body/body-expectations.ts';
import { giveUpBlob, saveBody } from '../body/save-body.ts';
import { checksumHeaders } from '../checksum-headers.ts';
import type { ObjectStore } from '../object-store.ts';
import type { StoreRequest } from '../store-request.ts';
import { commitObject } from './commit-object.ts';
import { findObject } from './object.table.ts';
import { readObjectHeaders } from './object-headers.ts';
import { checkWriteConditions, readWriteConditions } from './write-conditions.ts';

export async function putObject(store: ObjectStore, put: StoreRequest): Promise<void> {
  const expected = readBodyExpectations(put.request.headers);
  const headers = readObjectHeaders(put.request.headers);
  const conditions = readWriteConditions(put.request.headers);
  // Judged again at the commit; here it spares the client the upload.
  checkWriteConditions(findObject(store.db, put.bucket, put.key), conditions);
  put.admitBody();
  const body = await saveBody(store.blobs, put.request, expected);
  const etag = body.md5.toString('hex');
  const checksum = body.checksum && {
    algorithm: body.checksum.algorithm,
    value: body.checksum.value.toString('base64'),
  };
  try {
    await commitObject(
      store,
      {
        bucket: put.bucket,
        key: put.key,
        bytes: body.bytes,
        etag,
        headers,
        checksum,
        modifiedAt: Date.now(),
        segments: [{ blob: body.blob, bytes: body.bytes }],
      },
      { eventName: 'ObjectCreated:Put', requestId: put.requestId },
      conditions,
    );
  } catch (error) {
    await giveUpBlob(store.blobs, body.blob);
    throw error;
  }
  put.response.writeHead(200, { etag: `"${etag}"`, 'content-length': 0, ...checksumHeaders(checksum) });
  put.response.end();
}
