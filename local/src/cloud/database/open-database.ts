import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SCHEMA } from './schema.ts';

/**
 * Opens (makes where missing) the one SQLite file that holds everything but the bytes of objects. Exclusive
 * locking makes a second process on the same folder fail instead of sweeping away the first one's blobs;
 * the lock ends with the process, however it ends.
 *
 * @throws Error where another process has the folder open
 */
export function openDatabase(folder: string): DatabaseSync {
  const db = new DatabaseSync(join(folder, 'cloud.sqlite'));
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA foreign_keys = ON');
    db.exec(SCHEMA);
  } catch (error) {
    db.close();
    if (/database is (locked|busy)/.test(String(error))) {
      throw new Error(`Expected ${folder} to be free but another local cloud has it open`);
    }
    throw error;
  }
  return db;
}
