import { type ImageMediaType, isRawMediaType } from '@movieflix/contracts';
import { isAvifSequence, stillOfAvifSequence } from './animation.ts';
import { previewOf } from './raw/preview.ts';

/**
 * The bytes in which decoders find the picture of an original: its own, but for raw camera files and for AVIF that
 * moves.
 *
 * @throws Rejection where there is no such picture
 */
export function decodablePicture(original: Buffer, contentType: ImageMediaType): Buffer {
  if (isRawMediaType(contentType)) return previewOf(original, contentType);
  return isAvifSequence(original) ? stillOfAvifSequence(original) : original;
}
