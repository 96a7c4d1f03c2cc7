import type { Database } from '../database/database.ts';
import { notifyImage } from '../events/event.channel.ts';
import { invokeResize, type ResizeFunction } from '../resizing/invoke-resize.ts';
import { type ImageRow, updateImage } from './image.repository.ts';

/**
 * Makes an image pending and has its original resized again. The function is called before the transaction ends: where
 * it cannot be called, the image stays what it was, and its result waits for the row.
 */
export async function resizeAgain(
  trx: Database,
  resize: ResizeFunction,
  image: Pick<ImageRow, 'id' | 'owner_id' | 'bytes'>,
  now: Date,
): Promise<void> {
  await updateImage(trx, image.id, {
    status: 'pending',
    failure_reason: null,
    failure_message: null,
    pending_since: now,
  });
  await notifyImage(trx, 'changed', image);
  await invokeResize(resize, image.id, image.bytes, now);
}
