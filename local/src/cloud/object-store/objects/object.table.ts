import type { DatabaseSync } from 'node:sqlite';
import type { ChecksumAlgorithm } from '../body/checksum-algorithms.ts';

export interface Segment {
  blob: string;
  bytes: number;
}

/** A checksum as S3 shows it: base64, of a multipart object with `-parts` behind it. */
export interface StoredChecksum {
  algorithm: ChecksumAlgorithm;
  value: string;
}

export interface NewObject {
  bucket: string;
  key: string;
  bytes: number;
  etag: string;
  headers: Record<string, string>;
  checksum: StoredChecksum | undefined;
  modifiedAt: number;
  segments: Segment[];
}

export interface StoredObject extends Omit<NewObject, 'segments'> {
  id: number;
}

interface ObjectRow {
  id: number;
  bucket: string;
  key: Uint8Array;
  bytes: number;
  etag: string;
  headers: string;
  checksum_algorithm: ChecksumAlgorithm | null;
  checksum: string | null;
  modified_at: number;
}

export function findObject(db: DatabaseSync, bucket: string, key: string): StoredObject | undefined {
  const row = db.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?').get(bucket, Buffer.from(key));
  return row && toObject(row as unknown as ObjectRow);
}

/** The blobs of an object's bytes, in order. */
export function segmentsOf(db: DatabaseSync, objectId: number): Segment[] {
  const rows = db
    .prepare('SELECT blob, bytes FROM segments WHERE object_id = ? ORDER BY position')
    .all(objectId);
  return rows as unknown as Segment[];
}

/** @returns the id of the new row; the key must be free */
export function insertObject(db: DatabaseSync, object: NewObject): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO objects (bucket, key, bytes, etag, headers, checksum_algorithm, checksum, modified_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      object.bucket,
      Buffer.from(object.key),
      object.bytes,
      object.etag,
      JSON.stringify(object.headers),
      object.checksum?.algorithm ?? null,
      object.checksum?.value ?? null,
      object.modifiedAt,
    );
  const insertSegment = db.prepare(
    'INSERT INTO segments (object_id, position, blob, bytes) VALUES (?, ?, ?, ?)',
  );
  object.segments.forEach((segment, position) => {
    insertSegment.run(lastInsertRowid, position, segment.blob, segment.bytes);
  });
  return Number(lastInsertRowid);
}

/** @returns the blobs that nothing names any more once this is committed */
export function deleteObjectRow(db: DatabaseSync, bucket: string, key: string): string[] {
  const object = findObject(db, bucket, key);
  if (!object) return [];
  const blobs = segmentsOf(db, object.id).map((segment) => segment.blob);
  db.prepare('DELETE FROM objects WHERE id = ?').run(object.id);
  return blobs;
}

/** Objects whose key is `from` (bytes) or behind it, in the order of S3: by UTF-8 bytes. */
export function* objectsFrom(
  db: DatabaseSync,
  bucket: string,
  from: Buffer,
  limit: number,
): Generator<StoredObject> {
  const rows = db
    .prepare('SELECT * FROM objects WHERE bucket = ? AND key >= ? ORDER BY key LIMIT ?')
    .iterate(bucket, from, limit);
  for (const row of rows) yield toObject(row as unknown as ObjectRow);
}

function toObject(row: ObjectRow): StoredObject {
  return {
    id: row.id,
    bucket: row.bucket,
    key: Buffer.from(row.key).toString('utf8'),
    bytes: row.bytes,
    etag: row.etag,
    headers: JSON.parse(row.headers) as Record<string, string>,
    checksum:
      row.checksum_algorithm && row.checksum
        ? { algorithm: row.checksum_algorithm, value: row.checksum }
        : undefined,
    modifiedAt: row.modified_at,
  };
}
