import type { IncomingHttpHeaders } from 'node:http';
import type { StoredObject } from './object.table.ts';
import { preconditionFailed } from './write-conditions.ts';

/**
 * Judges a conditional GET or HEAD; RFC 9110 section 13.2.2 gives the order.
 *
 * @returns whether the client's copy is still good (304)
 * @throws CloudError 412
 */
export function isNotModified(headers: IncomingHttpHeaders, object: StoredObject): boolean {
  const modifiedSeconds = Math.floor(object.modifiedAt / 1000);
  const seconds = (date: string | undefined) => Date.parse(date ?? '') / 1000;
  if (headers['if-match'] !== undefined) {
    if (!matches(headers['if-match'], object.etag)) throw preconditionFailed('If-Match');
  } else if (modifiedSeconds > seconds(headers['if-unmodified-since'])) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  if (headers['if-none-match'] !== undefined) return matches(headers['if-none-match'], object.etag);
  return modifiedSeconds <= seconds(headers['if-modified-since']);
}

function matches(header: string, etag: string): boolean {
  return header
    .split(',')
    .map((candidate) => candidate.trim().replace(/^W\//, '').replaceAll('"', ''))
    .some((candidate) => candidate === '*' || candidate === etag);
}
