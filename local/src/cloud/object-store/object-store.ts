import type { DatabaseSync } from 'node:sqlite';
import type { BlobFolder } from './blob-folder.ts';

/** What every operation of the object store works on. */
export interface ObjectStore {
  db: DatabaseSync;
  blobs: BlobFolder;
  buckets: ReadonlySet<string>;
  notifications: ObjectNotifications;
}

export interface CreatedObject {
  eventName: 'ObjectCreated:Put' | 'ObjectCreated:CompleteMultipartUpload';
  bucket: string;
  key: string;
  bytes: number;
  /** Without quotes. */
  etag: string;
  /** Ascending: a later write of a key has a larger one. */
  objectId: number;
  requestId: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** Whoever wants to know of new objects records that in the very transaction that makes the object visible. */
export interface ObjectNotifications {
  record(created: CreatedObject): void;
  /** After the commit. */
  committed(): void;
}
