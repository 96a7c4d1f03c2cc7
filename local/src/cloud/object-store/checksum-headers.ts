import { checksumHeader } from './body/body-expectations.ts';
import type { StoredChecksum } from './objects/object.table.ts';

/** The headers in which an answer tells a stored checksum. */
export function checksumHeaders(checksum: StoredChecksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return {
    [checksumHeader(checksum.algorithm)]: checksum.value,
    'x-amz-checksum-type': checksum.value.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT',
  };
}
