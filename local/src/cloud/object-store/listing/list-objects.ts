import { CloudError } from '../../cloud-error.ts';
import { parameterOf } from '../../http/request-target.ts';
import { awsEncodePath } from '../../signature/aws-encoding.ts';
import type { ObjectStore } from '../object-store.ts';
import type { StoreRequest } from '../store-request.ts';
import { answerXml } from '../xml/xml-exchange.ts';
import { keyAfter, type ListingEntry, listKeys } from './list-keys.ts';

const MAX_KEYS = 1000;

/** ListObjectsV2. */
export function listObjects(store: ObjectStore, list: StoreRequest): void {
  const value = (name: string) => parameterOf(list.target, name);
  const encodingType = readEncodingType(value('encoding-type'));
  const encode = encodingType === 'url' ? encodeKey : (key: string) => key;
  const maxKeys = readCount('max-keys', value('max-keys'), MAX_KEYS);
  const token = value('continuation-token');
  const startAfter = value('start-after');
  const query = { bucket: list.bucket, prefix: value('prefix') ?? '', delimiter: value('delimiter') ?? '' };
  const from = token === undefined ? keyAfterOrFirst(startAfter) : readToken(token);
  const { entries, next } =
    maxKeys === 0 ? { entries: [], next: undefined } : listKeys(store.db, { ...query, from, maxKeys });
  answerXml(list.response, 'ListBucketResult', {
    Name: list.bucket,
    Prefix: encode(query.prefix),
    Delimiter: query.delimiter === '' ? undefined : encode(query.delimiter),
    StartAfter: startAfter === undefined ? undefined : encode(startAfter),
    EncodingType: encodingType,
    ContinuationToken: token,
    NextContinuationToken: next?.toString('base64url'),
    KeyCount: entries.length,
    MaxKeys: maxKeys,
    IsTruncated: next !== undefined,
    Contents: entries.flatMap((entry) => contentsOf(entry, encode)),
    CommonPrefixes: entries.flatMap((entry) =>
      'commonPrefix' in entry ? [{ Prefix: encode(entry.commonPrefix) }] : [],
    ),
  });
}

function contentsOf(entry: ListingEntry, encode: (key: string) => string) {
  if (!('object' in entry)) return [];
  const { object } = entry;
  return [
    {
      Key: encode(object.key),
      LastModified: new Date(object.modifiedAt).toISOString(),
      ETag: `"${object.etag}"`,
      ChecksumAlgorithm: object.checksum?.algorithm,
      Size: object.bytes,
      StorageClass: 'STANDARD',
    },
  ];
}

/** S3 writes a space as `+` here, and keeps slashes. */
function encodeKey(key: string): string {
  return awsEncodePath(key).replaceAll('%20', '+');
}

function keyAfterOrFirst(startAfter: string | undefined): Buffer {
  return startAfter === undefined ? Buffer.alloc(0) : keyAfter(startAfter);
}

function readToken(token: string): Buffer {
  const from = Buffer.from(token, 'base64url');
  if (from.length > 0 && from.toString('base64url') === token) return from;
  throw new CloudError(400, 'InvalidArgument', 'The continuation token provided is incorrect', {
    ArgumentName: 'continuation-token',
  });
}

function readEncodingType(value: string | undefined): 'url' | undefined {
  if (value === undefined || value === 'url') return value;
  throw new CloudError(400, 'InvalidArgument', 'Invalid Encoding Method specified in Request', {
    ArgumentName: 'encoding-type',
    ArgumentValue: value.slice(0, 100),
  });
}

/** A whole number from 0 to `most`; larger ones mean `most`, as on S3. */
export function readCount(name: string, value: string | undefined, most: number): number {
  if (value === undefined || value === '') return most;
  if (/^\d{1,10}$/.test(value)) return Math.min(most, Number(value));
  throw new CloudError(400, 'InvalidArgument', `Expected ${name} to be a whole number`, {
    ArgumentName: name,
    ArgumentValue: value.slice(0, 100),
  });
}
