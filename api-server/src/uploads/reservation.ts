import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.ts';
import { Refusal } from '../errors/refusal.ts';
import { notifyImage } from '../events/event.channel.ts';
import { type ImageRow, insertImage, lockImageBySha256, updateImage } from '../images/image.repository.ts';
import { titleOf } from '../images/image.title.ts';
import { removeImages } from '../removals/removal.service.ts';
import { chargeUser } from '../users/user.repository.ts';
import type { AskForUpload } from './upload.schema.ts';

const MAX_TRIES = 5;

/**
 * The member's image for bytes that have not arrived: a new one, or the one that awaits them. However many ask at
 * the same time, the database makes one of them.
 *
 * @throws Refusal 409 where a new one would exceed the member's quota
 */
export async function reserveImage(
  trx: Database,
  memberId: string,
  ask: AskForUpload,
  maxMemberBytes: number,
  now: Date,
): Promise<ImageRow> {
  const sha256 = Buffer.from(ask.sha256, 'hex');
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const inserted = await insertImage(trx, newImage(memberId, ask, sha256, now));
    if (inserted !== undefined) {
      await charge(trx, memberId, ask.bytes, maxMemberBytes);
      return inserted;
    }
    const existing = await lockImageBySha256(trx, memberId, sha256);
    // Removed between the two statements, or declared wrongly before and never uploaded: insert anew.
    if (existing === undefined) continue;
    if (existing.status !== 'pending' && !isLost(existing)) return existing;
    if (existing.status === 'pending' && isDeclaredAs(existing, ask)) return goOnWith(trx, existing, now);
    await removeImages(trx, [existing], now);
  }
  throw new Refusal(
    409,
    'changing',
    'This picture is being uploaded and removed at the same time. Try again.',
  );
}

/** The resize function found no original: only another upload can help. */
export function isLost(image: ImageRow): boolean {
  return image.status === 'failed' && image.failure_reason === 'missing';
}

function isDeclaredAs(image: ImageRow, ask: AskForUpload): boolean {
  return image.bytes === ask.bytes && image.content_type === ask.contentType;
}

/** An upload that goes on is not one that never arrives, nor one that was thrown away. */
async function goOnWith(trx: Database, image: ImageRow, now: Date): Promise<ImageRow> {
  await updateImage(trx, image.id, { pending_since: now, trashed_at: null });
  if (image.trashed_at !== null) await notifyImage(trx, 'changed', image);
  return image;
}

function newImage(memberId: string, ask: AskForUpload, sha256: Buffer, now: Date) {
  return {
    id: uuid(),
    owner_id: memberId,
    filename: ask.filename,
    title: titleOf(ask.filename),
    content_type: ask.contentType,
    bytes: ask.bytes,
    sha256,
    movie_id: ask.movieId ?? null,
    pending_since: now,
  };
}

async function charge(trx: Database, memberId: string, bytes: number, maxBytes: number): Promise<void> {
  if (await chargeUser(trx, memberId, bytes, maxBytes)) return;
  const message = `These ${bytes} bytes do not fit into your ${maxBytes} bytes any more. Remove some images for good first.`;
  throw new Refusal(409, 'quota-exceeded', message);
}
