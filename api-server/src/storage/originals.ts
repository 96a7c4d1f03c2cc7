import { HeadObjectCommand, NotFound } from '@aws-sdk/client-s3';
import { originalKey } from '@movieflix/contracts';
import type { ImageBucket } from './image-bucket.ts';

/** Whether the original has arrived completely. S3 shows no object before that. */
export async function hasOriginal(bucket: ImageBucket, imageId: string): Promise<boolean> {
  try {
    await bucket.client.send(new HeadObjectCommand({ Bucket: bucket.name, Key: originalKey(imageId) }));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}
