import type { DatabaseSync } from 'node:sqlite';

/** Runs `work`, which must be synchronous, in one transaction: all of it is on the disk afterwards, or none. */
export function inTransaction<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
