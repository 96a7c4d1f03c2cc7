import type { IncomingHttpHeaders } from 'node:http';
import { CloudError, notImplemented } from '../../cloud-error.ts';
import type { StoredObject } from './object.table.ts';

export interface WriteConditions {
  /** `If-None-Match: *`: the key must be free. */
  mustBeNew: boolean;
  /** `If-Match`: the ETag, without quotes, that the key must have now. */
  mustMatch: string | undefined;
}

export function readWriteConditions(headers: IncomingHttpHeaders): WriteConditions {
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') throw notImplemented('If-None-Match other than *');
  return { mustBeNew: ifNoneMatch === '*', mustMatch: headers['if-match']?.replaceAll('"', '') };
}

/** @throws CloudError 412 PreconditionFailed, or 404 NoSuchKey where `If-Match` meets a free key */
export function checkWriteConditions(current: StoredObject | undefined, conditions: WriteConditions): void {
  if (conditions.mustBeNew && current) throw preconditionFailed('If-None-Match');
  if (conditions.mustMatch === undefined) return;
  if (!current) throw noSuchKey();
  if (conditions.mustMatch !== current.etag) throw preconditionFailed('If-Match');
}

export function preconditionFailed(condition: string): CloudError {
  return new CloudError(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { Condition: condition },
  );
}

export function noSuchKey(key?: string): CloudError {
  return new CloudError(
    404,
    'NoSuchKey',
    'The specified key does not exist.',
    key === undefined ? {} : { Key: key },
  );
}
