import { notImplemented } from '../../cloud-error.ts';
import { parameterOf } from '../../http/request-target.ts';
import type { ObjectStore } from '../object-store.ts';
import type { StoreRequest } from '../store-request.ts';
import { answerXml } from '../xml/xml-exchange.ts';
import { listKeys } from './list-keys.ts';
import { readCount } from './list-objects.ts';

const MAX_KEYS = 1000;

/** ListObjectVersions of a bucket without versioning: every object is its only version, named "null". First page alone. */
export function listVersions(store: ObjectStore, list: StoreRequest): void {
  for (const name of ['key-marker', 'version-id-marker', 'delimiter', 'encoding-type']) {
    if (parameterOf(list.target, name)) throw notImplemented(`${name} of ListObjectVersions`);
  }
  const prefix = parameterOf(list.target, 'prefix') ?? '';
  const maxKeys = readCount('max-keys', parameterOf(list.target, 'max-keys'), MAX_KEYS);
  const query = { bucket: list.bucket, prefix, delimiter: '', from: Buffer.alloc(0), maxKeys };
  const { entries, next } = listKeys(store.db, query);
  answerXml(list.response, 'ListVersionsResult', {
    Name: list.bucket,
    Prefix: prefix,
    MaxKeys: maxKeys,
    IsTruncated: next !== undefined,
    Version: entries.flatMap((entry) =>
      'object' in entry
        ? [
            {
              Key: entry.object.key,
              VersionId: 'null',
              IsLatest: true,
              LastModified: new Date(entry.object.modifiedAt).toISOString(),
              ETag: `"${entry.object.etag}"`,
              Size: entry.object.bytes,
              StorageClass: 'STANDARD',
            },
          ]
        : [],
    ),
  });
}
