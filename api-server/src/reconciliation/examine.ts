import type { Application } from '../application.ts';
import type { Database } from '../database/database.ts';
import { isDataRefused } from '../database/database-errors.ts';
import { wasRemoved } from '../removals/removal.repository.ts';
import { headOriginal } from '../storage/originals.ts';
import { adoptOriginal } from './adopt-original.ts';
import type { Finding, Treatment } from './finding.ts';
import { type ComparedRow, findCompared } from './image-rows.ts';
import { listWidths } from './object-listing.ts';
import { recoverOriginal } from './recover-original.ts';
import { resizeFromOriginal } from './resize-from-original.ts';
import { type FindingKind, type Sight, suspect } from './suspicion.ts';

export type Reconciled = Pick<Application, 'db' | 'bucket' | 'resize'>;

export interface Examination {
  isMending: boolean;
  now: Date;
}

/**
 * Looks once more at an image that seemed wrong in passing, and mends it if asked. The bucket is asked before the
 * database: a row is there before its original comes, and goes before its original does, so between the two no upload
 * and no removal looks like a loss.
 *
 * @returns `undefined` where nothing is wrong, or not any more
 * @throws where database, bucket or function do not answer
 */
export async function examine(
  app: Reconciled,
  imageId: string,
  examination: Examination,
): Promise<Finding | undefined> {
  const inBucket = await lookInBucket(app, imageId);
  let found: Pick<Finding, 'kind' | 'imageId' | 'filename'> | undefined;
  try {
    const treatment = await app.db.transaction().execute(async (trx) => {
      const row = await findCompared(trx, imageId, examination.isMending);
      if (row === undefined && (await wasRemoved(trx, imageId))) return undefined;
      const kind = suspect({ ...inBucket, row }, examination.now);
      if (kind === undefined) return undefined;
      found = { kind, imageId, filename: row?.filename };
      return treat(app, trx, kind, row, imageId, examination);
    });
    if (found === undefined || treatment === undefined) return undefined;
    const { afterCommit, ...treated } = treatment;
    await afterCommit?.();
    return { ...found, ...treated };
  } catch (error) {
    if (found === undefined || !isRefusal(error)) throw error;
    const deed = examination.isMending ? 'mending it' : 'looking at it';
    return { ...found, outcome: 'left', note: `${deed} failed: ${error.name}: ${error.message}` };
  }
}

async function lookInBucket({ bucket }: Reconciled, imageId: string): Promise<Sight> {
  const [head, widths] = await Promise.all([headOriginal(bucket, imageId), listWidths(bucket, imageId)]);
  return {
    original: head && { arrivedAt: head.LastModified ?? new Date() },
    renditions: widths.size > 0 ? { widths } : undefined,
  };
}

/** @returns `undefined` where it turns out that nothing is wrong */
async function treat(
  app: Reconciled,
  trx: Database,
  kind: FindingKind,
  row: ComparedRow | undefined,
  imageId: string,
  examination: Examination,
): Promise<Treatment | undefined> {
  if (row === undefined) {
    if (kind === 'image-missing') return adoptOriginal(app, trx, imageId, examination);
    return { outcome: 'left', note: 'nothing needs them; they are left where they are' };
  }
  if (kind === 'original-missing') return recoverOriginal(app, trx, row, examination);
  return resizeFromOriginal(app, trx, row, kind, examination);
}

/** What S3, Lambda or PostgreSQL will not do for this image; any other error is the end of the run. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return isDataRefused(error) || ('$fault' in error && error.$fault === 'client');
}
