import type { DatabaseSync } from 'node:sqlite';
import type { ChecksumAlgorithm } from '../body/checksum-algorithms.ts';

export interface Upload {
  id: string;
  bucket: string;
  key: string;
  headers: Record<string, string>;
  checksumAlgorithm: ChecksumAlgorithm | undefined;
  startedAt: number;
}

export interface Part {
  partNumber: number;
  blob: string;
  bytes: number;
  /** Hex. */
  md5: string;
  checksumAlgorithm: ChecksumAlgorithm | undefined;
  /** Base64. */
  checksum: string | undefined;
  modifiedAt: number;
}

interface UploadRow {
  id: string;
  bucket: string;
  key: Uint8Array;
  headers: string;
  checksum_algorithm: ChecksumAlgorithm | null;
  started_at: number;
}

interface PartRow {
  part_number: number;
  blob: string;
  bytes: number;
  md5: string;
  checksum_algorithm: ChecksumAlgorithm | null;
  checksum: string | null;
  modified_at: number;
}

export function insertUpload(db: DatabaseSync, upload: Upload): void {
  db.prepare('INSERT INTO uploads VALUES (?, ?, ?, ?, ?, ?)').run(
    upload.id,
    upload.bucket,
    Buffer.from(upload.key),
    JSON.stringify(upload.headers),
    upload.checksumAlgorithm ?? null,
    upload.startedAt,
  );
}

export function findUpload(db: DatabaseSync, id: string, bucket: string, key: string): Upload | undefined {
  const found = db
    .prepare('SELECT * FROM uploads WHERE id = ? AND bucket = ? AND key = ?')
    .get(id, bucket, Buffer.from(key));
  if (!found) return undefined;
  const row = found as unknown as UploadRow;
  return {
    id: row.id,
    bucket: row.bucket,
    key: Buffer.from(row.key).toString('utf8'),
    headers: JSON.parse(row.headers) as Record<string, string>,
    checksumAlgorithm: row.checksum_algorithm ?? undefined,
    startedAt: row.started_at,
  };
}

/** Removes the upload and its parts. @returns the blobs of the parts */
export function deleteUpload(db: DatabaseSync, id: string): string[] {
  const blobs = partsOf(db, id).map((part) => part.blob);
  db.prepare('DELETE FROM uploads WHERE id = ?').run(id);
  return blobs;
}

/** @returns the ids of uploads begun before `before`, in milliseconds since 1970 */
export function uploadsStartedBefore(db: DatabaseSync, before: number): string[] {
  const rows = db.prepare('SELECT id FROM uploads WHERE started_at < ?').all(before);
  return (rows as unknown as { id: string }[]).map((row) => row.id);
}

/** Puts a part in the place of the earlier one of its number. @returns the blob that was replaced */
export function replacePart(db: DatabaseSync, uploadId: string, part: Part): string[] {
  const earlier = db
    .prepare('DELETE FROM parts WHERE upload_id = ? AND part_number = ? RETURNING blob')
    .all(uploadId, part.partNumber) as unknown as { blob: string }[];
  db.prepare('INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    uploadId,
    part.partNumber,
    part.blob,
    part.bytes,
    part.md5,
    part.checksumAlgorithm ?? null,
    part.checksum ?? null,
    part.modifiedAt,
  );
  return earlier.map((row) => row.blob);
}

/** The parts that arrived, by number, those behind `after` only. */
export function partsOf(db: DatabaseSync, uploadId: string, after = 0): Part[] {
  const rows = db
    .prepare('SELECT * FROM parts WHERE upload_id = ? AND part_number > ? ORDER BY part_number')
    .all(uploadId, after);
  return (rows as unknown as PartRow[]).map((row) => ({
    partNumber: row.part_number,
    blob: row.blob,
    bytes: row.bytes,
    md5: row.md5,
    checksumAlgorithm: row.checksum_algorithm ?? undefined,
    checksum: row.checksum ?? undefined,
    modifiedAt: row.modified_at,
  }));
}
