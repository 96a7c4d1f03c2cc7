import type { ImageRow } from './image.repository.ts';

/** The reason where the resize function itself failed, after its own retries. Every other one is the picture's. */
export const RESIZE_FAILED = 'resize-failed';

export const RESIZE_FAILED_MESSAGE =
  'This picture could not be processed just now. The original is safe; try again.';

export function canRetry(image: Pick<ImageRow, 'status' | 'failure_reason'>): boolean {
  return image.status === 'failed' && image.failure_reason === RESIZE_FAILED;
}

export function displayFailure(image: Pick<ImageRow, 'status' | 'failure_reason' | 'failure_message'>) {
  if (image.failure_reason === null) return null;
  return { reason: image.failure_reason, message: image.failure_message ?? '', canRetry: canRetry(image) };
}
