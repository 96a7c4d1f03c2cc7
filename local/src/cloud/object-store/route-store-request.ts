import { CloudError, notImplemented } from '../cloud-error.ts';
import { parameterOf } from '../http/request-target.ts';
import { listObjects } from './listing/list-objects.ts';
import { listVersions } from './listing/list-versions.ts';
import { abortUpload } from './multipart/abort-upload.ts';
import { beginUpload } from './multipart/begin-upload.ts';
import { completeUpload } from './multipart/complete-upload.ts';
import { listParts } from './multipart/list-parts.ts';
import { uploadPart } from './multipart/upload-part.ts';
import type { ObjectStore } from './object-store.ts';
import { deleteObject, deleteObjects } from './objects/delete-objects.ts';
import { getObject } from './objects/get-object.ts';
import { putObject } from './objects/put-object.ts';
import type { StoreRequest } from './store-request.ts';

type Operation = (store: ObjectStore, request: StoreRequest) => void | Promise<void>;

/** Parameters of the query that S3 knows as operations of their own; with one of them a GET is no GetObject. */
const SUBRESOURCES = [
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'list-type',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'partNumber',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versionId',
  'versioning',
  'versions',
  'website',
]; // prettier-ignore

/** By method, what is addressed, and the subresources in the query. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  'HEAD bucket': headBucket,
  'GET bucket list-type': listObjects,
  'GET bucket versions': listVersions,
  'POST bucket delete': deleteObjects,
  'PUT object': putObject,
  'GET object': getObject,
  'HEAD object': getObject,
  'DELETE object': deleteObject,
  'POST object uploads': beginUpload,
  'PUT object partNumber uploadId': uploadPart,
  'GET object uploadId': listParts,
  'POST object uploadId': completeUpload,
  'DELETE object uploadId': abortUpload,
};

const MAX_KEY_BYTES = 1024;

/** Carries out a verified request. @throws CloudError */
export async function routeStoreRequest(store: ObjectStore, request: StoreRequest): Promise<void> {
  const subresources = SUBRESOURCES.filter((name) => parameterOf(request.target, name) !== undefined);
  const addressed = request.bucket === '' ? 'service' : request.key === '' ? 'bucket' : 'object';
  const name = [request.request.method, addressed, ...subresources].join(' ');
  const operation = OPERATIONS[name];
  if (!operation) throw notImplemented(`${name} of S3`);
  if (!store.buckets.has(request.bucket)) {
    throw new CloudError(404, 'NoSuchBucket', 'The specified bucket does not exist', {
      BucketName: request.bucket.slice(0, 100),
    });
  }
  const keyBytes = Buffer.byteLength(request.key);
  if (keyBytes > MAX_KEY_BYTES) {
    throw new CloudError(400, 'KeyTooLongError', 'Your key is too long', {
      Size: String(keyBytes),
      MaxSizeAllowed: String(MAX_KEY_BYTES),
    });
  }
  await operation(store, request);
}

function headBucket(_store: ObjectStore, head: StoreRequest): void {
  head.response.writeHead(200).end();
}
