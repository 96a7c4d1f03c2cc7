import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { Database } from '../database/database.ts';
import { notifyImage } from '../events/event.channel.ts';
import { findImageBySha256, insertImage } from '../images/image.repository.ts';
import { titleOf } from '../images/image.title.ts';
import { invokeResize } from '../resizing/invoke-resize.ts';
import { type OriginalFacts, readOriginalMetadata } from '../storage/original-metadata.ts';
import { headOriginal } from '../storage/originals.ts';
import { chargeUser, lockMember } from '../users/user.repository.ts';
import type { Examination, Reconciled } from './examine.ts';
import type { Treatment } from './finding.ts';
import { madeAt } from './made-at.ts';

/** Makes the row of an original again that no row knows, from what the original carries with it. */
export async function adoptOriginal(
  { bucket, resize }: Reconciled,
  trx: Database,
  imageId: string,
  { isMending, now }: Examination,
): Promise<Treatment | undefined> {
  const head = await headOriginal(bucket, imageId);
  // The last of it was removed between the two looks.
  if (head === undefined) return undefined;
  const facts = readOriginalMetadata(head.Metadata);
  if (facts === undefined) return left('it carries nothing that tells whose it is');
  const { filename } = facts;
  const obstacle = await obstacleTo(trx, facts, head);
  if (obstacle !== undefined) return { ...left(obstacle), filename };
  if (!isMending) return { outcome: 'mendable', note: 'its image can be made again', filename };
  const bytes = head.ContentLength ?? 0;
  await insertAdopted(trx, imageId, facts, head, now);
  return {
    outcome: 'mended',
    note: 'its image was made again, private, and is being resized',
    filename,
    // The result of a resize finds only a row that is committed.
    afterCommit: () => invokeResize(resize, imageId, bytes, now),
  };
}

function left(note: string): Treatment {
  return { outcome: 'left', note };
}

/** Why no row can be made, where none can. Keeps the owner from leaving until the transaction ends. */
async function obstacleTo(
  trx: Database,
  { ownerId, sha256 }: OriginalFacts,
  { ContentLength = 0 }: HeadObjectCommandOutput,
): Promise<string | undefined> {
  if (ContentLength === 0) return 'it is empty';
  const owner = await lockMember(trx, ownerId);
  if (owner === undefined) return `its owner ${ownerId} is unknown here`;
  if (owner.left_at !== null) return `its owner ${ownerId} has left`;
  const same = await findImageBySha256(trx, ownerId, sha256);
  return same && `its owner has the same picture as image ${same.id}`;
}

async function insertAdopted(
  trx: Database,
  imageId: string,
  { ownerId, filename, sha256 }: OriginalFacts,
  { ContentType, ContentLength = 0, LastModified = new Date() }: HeadObjectCommandOutput,
  now: Date,
): Promise<void> {
  const image = {
    id: imageId,
    owner_id: ownerId,
    filename,
    title: titleOf(filename),
    content_type: ContentType ?? 'application/octet-stream',
    bytes: ContentLength,
    sha256,
    created_at: madeAt(imageId) ?? LastModified,
    pending_since: now,
  };
  const inserted = await insertImage(trx, image);
  if (inserted === undefined)
    throw new Error(`Expected no image with the bytes of ${imageId}, but there is one.`);
  // The quota is for what a member brings; these bytes are here already.
  await chargeUser(trx, ownerId, ContentLength, Number.MAX_SAFE_INTEGER);
  await notifyImage(trx, 'changed', inserted);
}
