import type { S3Client } from '@aws-sdk/client-s3';
import type { ImageFinding, ReadyFinding } from '@movieflix/contracts';
import { logger } from './logger.ts';
import type { OriginalLocation } from './originals-of-event.ts';
import { resizePicture } from './picture/resize-picture.ts';
import { readOriginal } from './read-original.ts';
import { Rejection } from './rejection.ts';
import { writeRenditions } from './write-renditions.ts';

/**
 * Reads one original, writes its renditions beside it and tells what was found.
 *
 * @throws where S3 or the machine fails; a picture that can never work is a finding
 */
export async function resizeOriginal(s3: S3Client, original: OriginalLocation): Promise<ImageFinding> {
  const { imageId } = original;
  try {
    const finding = await makeRenditions(s3, original);
    logger.info('renditions written', { imageId, contentType: finding.contentType, bytes: finding.bytes });
    return finding;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { reason, message, cause } = error;
    logger.warn('original rejected', { imageId, reason, sentence: message, cause: cause && String(cause) });
    return { imageId, outcome: 'rejected', reason, message };
  }
}

async function makeRenditions(s3: S3Client, original: OriginalLocation): Promise<ReadyFinding> {
  const { bucket, imageId } = original;
  const bytes = await readOriginal(s3, original);
  const { renditions, ...picture } = await resizePicture(bytes);
  await writeRenditions(s3, bucket, imageId, renditions);
  return {
    imageId,
    outcome: 'ready',
    bytes: bytes.length,
    ...picture,
    renditions: renditions.map(({ width, height, data }) => ({ width, height, bytes: data.length })),
  };
}
