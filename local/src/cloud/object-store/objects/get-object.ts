import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CloudError } from '../../cloud-error.ts';
import { parameterOf } from '../../http/request-target.ts';
import { type BlobFolder, blobPath, whileReading } from '../blob-folder.ts';
import { checksumHeaders } from '../checksum-headers.ts';
import type { ObjectStore } from '../object-store.ts';
import type { StoreRequest } from '../store-request.ts';
import { type ByteRange, readByteRange } from './byte-range.ts';
import { findObject, type Segment, type StoredObject, segmentsOf } from './object.table.ts';
import { isNotModified } from './read-conditions.ts';
import { noSuchKey } from './write-conditions.ts';

const READ_CHUNK_BYTES = 256 * 1024;

/** Headers that the (signed) query of a GET may replace. */
const OVERRIDES = [
  'content-type',
  'content-disposition',
  'cache-control',
  'content-language',
  'content-encoding',
  'expires',
];

/** GET and HEAD of an object. */
export async function getObject(store: ObjectStore, get: StoreRequest): Promise<void> {
  const object = findObject(store.db, get.bucket, get.key);
  if (!object) throw noSuchKey(get.key);
  const { headers } = get.request;
  const validators = { etag: `"${object.etag}"`, 'last-modified': new Date(object.modifiedAt).toUTCString() };
  if (isNotModified(headers, object)) {
    get.response.writeHead(304, validators).end();
    return;
  }
  const range = readByteRange(headers.range, object.bytes);
  const first = range?.first ?? 0;
  const last = range?.last ?? object.bytes - 1;
  get.response.writeHead(range ? 206 : 200, {
    ...object.headers,
    ...overridesOf(get),
    ...validators,
    ...(range ? { 'content-range': `bytes ${first}-${last}/${object.bytes}` } : {}),
    ...(headers['x-amz-checksum-mode'] === 'ENABLED' && !range ? checksumHeaders(object.checksum) : {}),
    'content-length': last - first + 1,
    'accept-ranges': 'bytes',
    // Uploads are strangers' bytes: never guessed to be a page, never run as one.
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  if (get.request.method === 'HEAD') get.response.end();
  else await sendBytes(store, get, object, { first, last });
}

function overridesOf(get: StoreRequest): Record<string, string> {
  const overrides: Record<string, string> = {};
  for (const name of OVERRIDES) {
    const value = parameterOf(get.target, `response-${name}`);
    if (value !== undefined) overrides[name] = toHeaderValue(`response-${name}`, value);
  }
  return overrides;
}

/** As UTF-8 bytes, which Node sends where it is given them as latin1. */
function toHeaderValue(name: string, value: string): string {
  if (!/\p{Cc}/u.test(value)) return Buffer.from(value).toString('latin1');
  throw new CloudError(400, 'InvalidArgument', `Expected ${name} to be free of control characters`, {
    ArgumentName: name,
  });
}

async function sendBytes(
  store: ObjectStore,
  get: StoreRequest,
  object: StoredObject,
  range: ByteRange,
): Promise<void> {
  const segments = segmentsOf(store.db, object.id);
  await whileReading(
    store.blobs,
    segments.map((segment) => segment.blob),
    () => pipeline(readSegments(store.blobs, segments, range), get.response),
  );
}

async function* readSegments(
  folder: BlobFolder,
  segments: readonly Segment[],
  range: ByteRange,
): AsyncGenerator<Buffer> {
  let offset = 0;
  for (const { blob, bytes } of segments) {
    const start = Math.max(0, range.first - offset);
    const end = Math.min(bytes - 1, range.last - offset);
    if (start <= end) {
      yield* createReadStream(blobPath(folder, blob), { start, end, highWaterMark: READ_CHUNK_BYTES });
    }
    offset += bytes;
  }
}
