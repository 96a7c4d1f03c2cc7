import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** An asynchronous invocation that has not ended. */
export interface Invocation {
  id: number;
  requestId: string;
  /** JSON. */
  payload: string;
  failedAttempts: number;
}

interface InvocationRow {
  id: number;
  request_id: string;
  payload: string;
  failed_attempts: number;
}

/** @returns the request id */
export function insertInvocation(db: DatabaseSync, functionName: string, payload: string): string {
  const requestId = randomUUID();
  db.prepare('INSERT INTO invocations (request_id, function_name, payload, due_at) VALUES (?, ?, ?, ?)').run(
    requestId,
    functionName,
    payload,
    Date.now(),
  );
  return requestId;
}

export function dueInvocations(db: DatabaseSync, functionName: string, limit: number): Invocation[] {
  const rows = db
    .prepare('SELECT * FROM invocations WHERE function_name = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?')
    .all(functionName, Date.now(), limit);
  return (rows as unknown as InvocationRow[]).map((row) => ({
    id: row.id,
    requestId: row.request_id,
    payload: row.payload,
    failedAttempts: row.failed_attempts,
  }));
}

/** When the next waiting invocation is due, in milliseconds since 1970. */
export function nextDueAt(db: DatabaseSync, functionName: string): number | undefined {
  const row = db
    .prepare('SELECT min(due_at) AS at FROM invocations WHERE function_name = ? AND due_at > ?')
    .get(functionName, Date.now());
  return (row as unknown as { at: number | null }).at ?? undefined;
}

export function postponeInvocation(
  db: DatabaseSync,
  id: number,
  failedAttempts: number,
  dueAt: number,
): void {
  db.prepare('UPDATE invocations SET failed_attempts = ?, due_at = ? WHERE id = ?').run(
    failedAttempts,
    dueAt,
    id,
  );
}

export function deleteInvocation(db: DatabaseSync, id: number): void {
  db.prepare('DELETE FROM invocations WHERE id = ?').run(id);
}
