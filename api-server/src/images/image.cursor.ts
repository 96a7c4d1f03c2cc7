import { parse, stringify, validate } from 'uuid';
import { Refusal } from '../errors/refusal.ts';
import type { Sort } from './image.schema.ts';

/** A place in a listing. By upload it is the id alone, which is a place in time itself. */
export interface Position {
  id: string;
  takenAt?: Date;
}

const ID_BYTES = 16;
const TIME_BYTES = 8;

export function isByTaken(sort: Sort): boolean {
  return sort === 'taken-newest' || sort === 'taken-oldest';
}

/** Where a page begins or ends, for either direction of its order. Opaque to clients. */
export function cursorAt(image: { id: string; taken_at: Date }, sort: Sort): string {
  const id = Buffer.from(parse(image.id));
  return (isByTaken(sort) ? Buffer.concat([bytesOf(image.taken_at), id]) : id).toString('base64url');
}

/** @throws Refusal 400 */
export function positionOf(cursor: string, sort: Sort): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  const timeBytes = isByTaken(sort) ? TIME_BYTES : 0;
  const isWhole = bytes.length === timeBytes + ID_BYTES && bytes.toString('base64url') === cursor;
  const id = isWhole ? hexId(bytes.subarray(timeBytes)) : '';
  const takenAt = isWhole && timeBytes > 0 ? new Date(Number(bytes.readBigInt64BE())) : undefined;
  if (validate(id) && !Number.isNaN(takenAt?.getTime())) return { id, ...(takenAt && { takenAt }) };
  throw new Refusal(
    400,
    'broken-cursor',
    'Expected the "nextCursor" or "previousCursor" of a page in the same order as "cursor", but it is none.',
  );
}

function bytesOf(time: Date): Buffer {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeBigInt64BE(BigInt(time.getTime()));
  return bytes;
}

function hexId(bytes: Buffer): string {
  try {
    return stringify(bytes);
  } catch {
    return '';
  }
}
