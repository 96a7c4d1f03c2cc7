import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptUpload } from './kept-upload';

interface UploadSchema extends DBSchema {
  uploads: { key: string; value: KeptUpload };
  files: { key: string; value: File };
}

export type UploadDatabase = IDBPDatabase<UploadSchema>;

/** Rejects where the browser keeps nothing, as in some private windows. */
export async function openUploadDatabase(name: string): Promise<UploadDatabase> {
  return openDB<UploadSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('uploads', { keyPath: 'id' });
      database.createObjectStore('files');
    },
    // Another tab with a newer page wants to change the database.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
