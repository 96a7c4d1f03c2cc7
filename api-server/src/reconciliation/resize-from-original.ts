import type { Database } from '../database/database.ts';
import { resizeAgain } from '../images/resize-again.ts';
import { invokeResize } from '../resizing/invoke-resize.ts';
import type { Examination, Reconciled } from './examine.ts';
import type { Treatment } from './finding.ts';
import type { ComparedRow } from './image-rows.ts';
import type { FindingKind } from './suspicion.ts';

/** Has an image resized whose original is there, but whose thumbnails or result are not. */
export async function resizeFromOriginal(
  { resize }: Reconciled,
  trx: Database,
  image: ComparedRow,
  kind: FindingKind,
  { isMending, now }: Examination,
): Promise<Treatment> {
  if (!isMending) return { outcome: 'mendable', note: 'the original is there and can be resized again' };
  // A ready image stays ready: its page goes on showing what there is.
  if (kind === 'renditions-missing') await invokeResize(resize, image.id, image.bytes, now);
  else await resizeAgain(trx, resize, image, now);
  return { outcome: 'mended', note: 'the original is there and is being resized again' };
}
