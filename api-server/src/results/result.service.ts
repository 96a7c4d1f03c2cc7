import { isDeepStrictEqual } from 'node:util';
import type { ImageFinding, ReadyFinding } from '@movieflix/contracts';
import type { Database } from '../database/database.ts';
import { notifyImage } from '../events/event.channel.ts';
import { RESIZE_FAILED, RESIZE_FAILED_MESSAGE } from '../images/image.failure.ts';
import { type ImageRow, lockImage, replaceRenditions, updateImage } from '../images/image.repository.ts';

/** @returns `unknown` where there is no such image (any more) */
export type Applied = 'applied' | 'unchanged' | 'unknown';

/** Messages come at least once and in any order; applying one again changes nothing. */
export async function applyFinding(trx: Database, finding: ImageFinding): Promise<Applied> {
  const image = await lockImage(trx, finding.imageId);
  if (image === undefined) return 'unknown';
  if (finding.outcome === 'ready') return markReady(trx, image, finding);
  return markFailed(trx, image, finding.reason, finding.message);
}

/** The function itself failed, after all of Lambda's retries. */
export async function applyFailure(trx: Database, imageId: string): Promise<Applied> {
  const image = await lockImage(trx, imageId);
  if (image === undefined) return 'unknown';
  return markFailed(trx, image, RESIZE_FAILED, RESIZE_FAILED_MESSAGE);
}

async function markReady(trx: Database, image: ImageRow, finding: ReadyFinding): Promise<Applied> {
  const { width, height, isAnimated, thumbhash, exif } = finding;
  const isKnown =
    image.status === 'ready' &&
    isDeepStrictEqual(
      [image.width, image.height, image.is_animated, image.thumbhash, image.exif],
      [width, height, isAnimated, thumbhash, exif],
    );
  if (isKnown) return 'unchanged';
  await updateImage(trx, image.id, {
    status: 'ready',
    failure_reason: null,
    failure_message: null,
    content_type: finding.contentType,
    width,
    height,
    is_animated: isAnimated,
    thumbhash,
    exif: JSON.stringify(exif),
    upload_id: null,
  });
  await replaceRenditions(trx, image.id, finding.renditions);
  await notifyImage(trx, 'ready', image);
  return 'applied';
}

/** A picture that was made once stays: a failure after that is a late one, or one of a needless repetition. */
async function markFailed(trx: Database, image: ImageRow, reason: string, message: string): Promise<Applied> {
  const isKnown = image.status === 'failed' && image.failure_reason === reason;
  if (image.status === 'ready' || isKnown) return 'unchanged';
  await updateImage(trx, image.id, { status: 'failed', failure_reason: reason, failure_message: message });
  await notifyImage(trx, 'failed', image);
  return 'applied';
}
