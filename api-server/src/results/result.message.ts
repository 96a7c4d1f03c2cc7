import type { Application } from '../application.ts';
import { isDataRefused } from '../database/database-errors.ts';
import { wasRemoved } from '../removals/removal.repository.ts';
import { removeImageObjects } from '../storage/image-objects.ts';
import { type ResizeReport, readDestinationRecord } from './destination-record.ts';
import { type Applied, applyFailure, applyFinding } from './result.service.ts';

/**
 * Handles one message of the results queue. A message that cannot be understood is logged and done with, because
 * it would come back for ever; the queue keeps one that only met a fault in passing.
 *
 * @throws where the message has to come again
 */
export async function handleResultMessage(
  app: Pick<Application, 'db' | 'bucket' | 'log'>,
  body: string,
): Promise<void> {
  const report = readable(app, body);
  if (report === undefined) return;
  for (const finding of report.findings) {
    await settle(app, report, finding.imageId, finding.outcome, () =>
      app.db.transaction().execute((trx) => applyFinding(trx, finding)),
    );
  }
  for (const imageId of report.failedImageIds) {
    await settle(app, report, imageId, 'function failed', () =>
      app.db.transaction().execute((trx) => applyFailure(trx, imageId)),
    );
  }
}

function readable({ log }: Pick<Application, 'log'>, body: string): ResizeReport | undefined {
  try {
    return readDestinationRecord(body);
  } catch (error) {
    log.error(
      { err: error, bytes: body.length },
      'A message on the results queue makes no sense and is dropped.',
    );
    return undefined;
  }
}

async function settle(
  { db, bucket, log }: Pick<Application, 'db' | 'bucket' | 'log'>,
  { arrivedAt }: ResizeReport,
  imageId: string,
  outcome: string,
  apply: () => Promise<Applied>,
): Promise<void> {
  try {
    const applied = await apply();
    // From the original's arrival in the bucket until here: an alarm and the dashboard watch it.
    const readyMilliseconds = arrivedAt && Math.max(0, Date.now() - arrivedAt.getTime());
    log.info({ imageId, outcome, applied, readyMilliseconds }, 'A result arrived.');
    // Only what somebody removed goes: an original that no row knows might be all that is left of it.
    if (applied === 'unknown' && (await wasRemoved(db, imageId)))
      await removeImageObjects(bucket, imageId, null);
  } catch (error) {
    if (!isDataRefused(error)) throw error;
    log.error({ err: error, imageId }, 'The tables refuse what a result says; it is dropped.');
  }
}
