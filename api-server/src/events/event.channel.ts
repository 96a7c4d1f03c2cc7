import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** The PostgreSQL channel by which every process learns what any of them did. */
export const CHANNEL = 'movieflix_events';

export type ImageEventKind = 'ready' | 'failed' | 'changed' | 'removed';

export type Notification =
  | { kind: ImageEventKind; ownerId: string; imageId: string }
  | { kind: 'member-left'; ownerId: string };

/** Sent when the transaction commits, and not at all where it does not. Only ids: NOTIFY carries 8000 bytes. */
export async function notifyImage(
  trx: Database,
  kind: ImageEventKind,
  image: { id: string; owner_id: string },
): Promise<void> {
  await notify(trx, { kind, ownerId: image.owner_id, imageId: image.id });
}

export async function notifyMemberLeft(trx: Database, memberId: string): Promise<void> {
  await notify(trx, { kind: 'member-left', ownerId: memberId });
}

async function notify(trx: Database, notification: Notification): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notification)})`.execute(trx);
}
