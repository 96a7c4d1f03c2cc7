import type { DatabaseSync } from 'node:sqlite';
import { objectsFrom, type StoredObject } from '../objects/object.table.ts';

export interface ListingQuery {
  bucket: string;
  prefix: string;
  delimiter: string;
  /** The first key, in bytes, that may be listed. */
  from: Buffer;
  maxKeys: number;
}

export type ListingEntry = { object: StoredObject } | { commonPrefix: string };

export interface Listing {
  entries: ListingEntry[];
  /** Where the next page starts; `undefined` on the last one. */
  next: Buffer | undefined;
}

const ROWS_AT_ONCE = 250;

/**
 * One page of a bucket in the order of the keys' UTF-8 bytes. Keys that share what stands before the first
 * delimiter behind the prefix are rolled up into one entry, and are skipped rather than read.
 */
export function listKeys(db: DatabaseSync, query: ListingQuery): Listing {
  const entries: ListingEntry[] = [];
  const prefix = Buffer.from(query.prefix);
  let from = Buffer.compare(query.from, prefix) > 0 ? query.from : prefix;
  for (;;) {
    let seek: Buffer | undefined;
    let rows = 0;
    for (const object of objectsFrom(db, query.bucket, from, ROWS_AT_ONCE)) {
      rows += 1;
      if (!object.key.startsWith(query.prefix)) return { entries, next: undefined };
      if (entries.length >= query.maxKeys) return { entries, next: Buffer.from(object.key) };
      const commonPrefix = commonPrefixOf(object.key, query);
      entries.push(commonPrefix === undefined ? { object } : { commonPrefix });
      seek = commonPrefix === undefined ? keyAfter(object.key) : firstKeyBehind(commonPrefix);
      if (commonPrefix !== undefined) break;
    }
    if (rows === 0 || seek === undefined) return { entries, next: undefined };
    from = seek;
  }
}

function commonPrefixOf(key: string, query: ListingQuery): string | undefined {
  if (query.delimiter === '') return undefined;
  const end = key.indexOf(query.delimiter, query.prefix.length);
  return end < 0 ? undefined : key.slice(0, end + query.delimiter.length);
}

/** The smallest key that is larger than `key`. */
export function keyAfter(key: string): Buffer {
  return Buffer.concat([Buffer.from(key), Buffer.of(0)]);
}

/** Larger than every key with this prefix, since no byte of UTF-8 is 0xff. */
function firstKeyBehind(prefix: string): Buffer {
  return Buffer.concat([Buffer.from(prefix), Buffer.of(0xff)]);
}
