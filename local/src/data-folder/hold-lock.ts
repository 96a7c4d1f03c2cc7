import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

export interface Lock {
  release(): void;
}

/** The pid of the process that holds the lock. */
export interface LockHolder {
  heldBy: string;
}

/**
 * Takes the lock for as long as this process lives, or tells who has it.
 *
 * An open SQLite transaction is the lock: the kernel ends it with the process, however that dies, so a lock is
 * never stale. Node has no other lock of the kernel's.
 *
 * @param file is made where missing and stays; `{file}.pid` beside it names the holder
 */
export function holdLock(file: string): Lock | LockHolder {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    return { heldBy: readHolder(file) };
  }
  writeFileSync(`${file}.pid`, String(process.pid));
  return { release: () => database.close() };
}

function readHolder(file: string): string {
  try {
    return readFileSync(`${file}.pid`, 'utf8');
  } catch {
    return 'unknown';
  }
}
