import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export interface Message {
  id: number;
  messageId: string;
  body: string;
  sentAt: number;
  receiveCount: number;
  firstReceivedAt: number;
  receipt: string;
}

interface MessageRow {
  id: number;
  message_id: string;
  body: string;
  sent_at: number;
  receive_count: number;
  first_received_at: number;
  receipt: string;
}

/** @returns the message id */
export function insertMessage(db: DatabaseSync, queue: string, body: string, delaySeconds = 0): string {
  const messageId = randomUUID();
  const now = Date.now();
  db.prepare(
    'INSERT INTO messages (queue, message_id, body, sent_at, visible_at) VALUES (?, ?, ?, ?, ?)',
  ).run(queue, messageId, body, now, now + delaySeconds * 1000);
  return messageId;
}

/** Takes visible messages, oldest first, and hides them for a while under fresh receipts. */
export function takeMessages(
  db: DatabaseSync,
  queue: string,
  limit: number,
  visibilityTimeoutSeconds: number,
): Message[] {
  const now = Date.now();
  const visible = db
    .prepare('SELECT id FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, id LIMIT ?')
    .all(queue, now, limit) as unknown as { id: number }[];
  const take = db.prepare(
    `UPDATE messages SET visible_at = ?, receipt = ?, receive_count = receive_count + 1,
       first_received_at = coalesce(first_received_at, ?) WHERE id = ? RETURNING *`,
  );
  return visible.map(({ id }) => {
    const receipt = randomBytes(32).toString('base64url');
    const row = take.get(now + visibilityTimeoutSeconds * 1000, receipt, now, id) as unknown as MessageRow;
    return {
      id: row.id,
      messageId: row.message_id,
      body: row.body,
      sentAt: row.sent_at,
      receiveCount: row.receive_count,
      firstReceivedAt: row.first_received_at,
      receipt: row.receipt,
    };
  });
}

/** When the next hidden message becomes visible, in milliseconds since 1970. */
export function nextVisibleAt(db: DatabaseSync, queue: string): number | undefined {
  const row = db.prepare('SELECT min(visible_at) AS at FROM messages WHERE queue = ?').get(queue);
  return (row as unknown as { at: number | null }).at ?? undefined;
}

/** A receipt of an earlier take, or of a message that is gone, deletes nothing. */
export function deleteMessage(db: DatabaseSync, queue: string, receipt: string): void {
  db.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?').run(queue, receipt);
}

/** @returns whether the receipt is that of a message that is hidden now */
export function hideMessage(
  db: DatabaseSync,
  queue: string,
  receipt: string,
  visibilityTimeoutSeconds: number,
): boolean {
  const now = Date.now();
  const { changes } = db
    .prepare('UPDATE messages SET visible_at = ? WHERE queue = ? AND receipt = ? AND visible_at > ?')
    .run(now + visibilityTimeoutSeconds * 1000, queue, receipt, now);
  return changes > 0;
}

export function countMessages(db: DatabaseSync, queue: string) {
  const row = db
    .prepare(
      `SELECT count(*) FILTER (WHERE visible_at <= ?1) AS visible,
         count(*) FILTER (WHERE visible_at > ?1 AND receive_count > 0) AS hidden,
         count(*) FILTER (WHERE visible_at > ?1 AND receive_count = 0) AS delayed
       FROM messages WHERE queue = ?2`,
    )
    .get(Date.now(), queue);
  return row as unknown as { visible: number; hidden: number; delayed: number };
}
