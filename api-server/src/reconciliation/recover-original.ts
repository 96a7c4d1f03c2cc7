import type { Database } from '../database/database.ts';
import { updateImage } from '../images/image.repository.ts';
import { copyVersion, findLostVersion } from '../storage/lost-originals.ts';
import type { Examination, Reconciled } from './examine.ts';
import type { Treatment } from './finding.ts';
import type { ComparedRow } from './image-rows.ts';
import { isToldMissing } from './suspicion.ts';

/** Brings an original back from its older version. The event of its arrival has it resized like the first time. */
export async function recoverOriginal(
  { bucket }: Reconciled,
  trx: Database,
  image: ComparedRow,
  { isMending, now }: Examination,
): Promise<Treatment | undefined> {
  const version = await findLostVersion(bucket, image.id, image.bytes);
  if (version === undefined) return isNoLoss(image) ? undefined : LOST;
  const since = `its version of ${version.storedAt.toISOString()}`;
  if (!isMending) return { outcome: 'mendable', note: `${since} can be brought back` };
  // Else the sweep, which may have found no original a moment ago, would remove the image.
  if (image.status === 'pending') await updateImage(trx, image.id, { pending_since: now });
  await copyVersion(bucket, image.id, version.id);
  return { outcome: 'mended', note: `${since} was brought back, and is being resized` };
}

const LOST: Treatment = { outcome: 'left', note: 'lost, the bucket has no older version of it' };

/** What never came is not lost: the hourly sweep removes such an image, or its owner was told to bring it again. */
function isNoLoss(image: ComparedRow): boolean {
  return image.status === 'pending' || isToldMissing(image);
}
