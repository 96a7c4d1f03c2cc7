import { S3Client } from '@aws-sdk/client-s3';
import type { ImageFinding, ResizeResult } from '@movieflix/contracts';
import type { Context, S3Event } from 'aws-lambda';
import { logger } from './logger.ts';
import { measureFinding } from './metrics.ts';
import { type OriginalLocation, originalsOf } from './originals-of-event.ts';
import { resizeOriginal } from './resize-original.ts';

// Region, credentials and endpoint come from the environment, by the SDK's own variables.
const s3 = new S3Client({});

/**
 * Makes the renditions of every original that an S3 event names and returns what it found.
 *
 * An original that can never work is a finding with a reason. Any other error is thrown, so that Lambda tries
 * again; renditions already written are then overwritten with the same bytes.
 *
 * @throws where S3 or the machine fails
 */
export async function handler(event: S3Event, context: Context): Promise<ResizeResult> {
  logger.addContext(context);
  const images: ImageFinding[] = [];
  // One at a time, so that memory is bounded by one picture.
  for (const original of originalsOf(event)) images.push(await resizeAndMeasure(original));
  return { images };
}

async function resizeAndMeasure(original: OriginalLocation): Promise<ImageFinding> {
  const started = performance.now();
  const finding = await resizeOriginal(s3, original);
  measureFinding(finding, performance.now() - started);
  return finding;
}
