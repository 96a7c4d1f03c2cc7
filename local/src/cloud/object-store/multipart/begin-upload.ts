import { randomBytes } from 'node:crypto';
import { notImplemented } from '../../cloud-error.ts';
import { CHECKSUM_ALGORITHMS } from '../body/checksum-algorithms.ts';
import type { ObjectStore } from '../object-store.ts';
import { readObjectHeaders } from '../objects/object-headers.ts';
import type { StoreRequest } from '../store-request.ts';
import { answerXml } from '../xml/xml-exchange.ts';
import { insertUpload } from './upload.table.ts';

/** CreateMultipartUpload. */
export function beginUpload(store: ObjectStore, begin: StoreRequest): void {
  const id = randomBytes(24).toString('base64url');
  const checksumAlgorithm = readAlgorithm(begin.request.headers['x-amz-checksum-algorithm']);
  if (begin.request.headers['x-amz-checksum-type'] === 'FULL_OBJECT') {
    throw notImplemented('x-amz-checksum-type: FULL_OBJECT');
  }
  insertUpload(store.db, {
    id,
    bucket: begin.bucket,
    key: begin.key,
    headers: readObjectHeaders(begin.request.headers),
    checksumAlgorithm,
    startedAt: Date.now(),
  });
  if (checksumAlgorithm) {
    begin.response.setHeader('x-amz-checksum-algorithm', checksumAlgorithm);
    begin.response.setHeader('x-amz-checksum-type', 'COMPOSITE');
  }
  answerXml(begin.response, 'InitiateMultipartUploadResult', {
    Bucket: begin.bucket,
    Key: begin.key,
    UploadId: id,
  });
}

function readAlgorithm(value: string | string[] | undefined) {
  if (value === undefined) return undefined;
  const algorithm = CHECKSUM_ALGORITHMS.find((name) => name === value);
  if (algorithm) return algorithm;
  throw notImplemented(`x-amz-checksum-algorithm: ${String(value).slice(0, 50)}`);
}
