import type { Image } from '../../core/api/api-types';
import { failureSentence } from '../../core/errors/image-failure';
import type { UploadState } from './upload-entry';

/**
 * What an image that is in the gallery means for its upload.
 *
 * @param isDuplicate whether it had been there before this upload
 */
export function stateOfImage(image: Image, isDuplicate: boolean): UploadState {
  if (isDuplicate && image.trashedAt !== null) return { phase: 'duplicate', image };
  if (image.status === 'pending') return { phase: 'processing' };
  if (image.status === 'ready') return { phase: isDuplicate ? 'duplicate' : 'ready', image };
  return {
    phase: 'failed',
    message: failureSentence(image),
    remedy: image.failure?.canRetry ? 'resize-again' : null,
  };
}
