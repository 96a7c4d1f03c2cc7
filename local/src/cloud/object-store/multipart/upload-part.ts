import { CloudError } from '../../cloud-error.ts';
import { inTransaction } from '../../database/transaction.ts';
import { parameterOf } from '../../http/request-target.ts';
import { removeBlobs } from '../blob-folder.ts';
import { readBodyExpectations } from '../body/body-expectations.ts';
import { giveUpBlob, saveBody } from '../body/save-body.ts';
import { checksumHeaders } from '../checksum-headers.ts';
import type { ObjectStore } from '../object-store.ts';
import { readObjectHeaders } from '../objects/object-headers.ts';
import type { StoreRequest } from '../store-request.ts';
import { requireUpload } from './require-upload.ts';
import { replacePart } from './upload.table.ts';

const MAX_PART_NUMBER = 10_000;

export async function uploadPart(store: ObjectStore, put: StoreRequest): Promise<void> {
  const partNumber = readPartNumber(parameterOf(put.target, 'partNumber'));
  const expected = readBodyExpectations(put.request.headers);
  readObjectHeaders(put.request.headers);
  requireUpload(store, put);
  put.admitBody();
  const body = await saveBody(store.blobs, put.request, expected);
  const md5 = body.md5.toString('hex');
  const checksum = body.checksum?.value.toString('base64');
  try {
    const replaced = inTransaction(store.db, () => {
      // Looked for again: the upload may have been aborted while the part came in.
      const upload = requireUpload(store, put);
      return replacePart(store.db, upload.id, {
        partNumber,
        blob: body.blob,
        bytes: body.bytes,
        md5,
        checksumAlgorithm: body.checksum?.algorithm,
        checksum,
        modifiedAt: Date.now(),
      });
    });
    store.blobs.uncommitted.delete(body.blob);
    await removeBlobs(store.blobs, replaced);
  } catch (error) {
    await giveUpBlob(store.blobs, body.blob);
    throw error;
  }
  const stored =
    body.checksum && checksum ? { algorithm: body.checksum.algorithm, value: checksum } : undefined;
  put.response.writeHead(200, { etag: `"${md5}"`, 'content-length': 0, ...checksumHeaders(stored) }).end();
}

function readPartNumber(value: string | undefined): number {
  const partNumber = Number(value);
  if (/^\d{1,5}$/.test(value ?? '') && partNumber >= 1 && partNumber <= MAX_PART_NUMBER) return partNumber;
  throw new CloudError(
    400,
    'InvalidArgument',
    `Part number must be an integer between 1 and ${MAX_PART_NUMBER}, inclusive`,
    { ArgumentName: 'partNumber', ArgumentValue: (value ?? '').slice(0, 100) },
  );
}
