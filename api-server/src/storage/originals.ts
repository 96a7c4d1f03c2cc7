import { HeadObjectCommand, type HeadObjectCommandOutput, NotFound } from '@aws-sdk/client-s3';
import { originalKey } from '@movieflix/contracts';
import type { ImageBucket } from './image-bucket.ts';

/** Whether the original has arrived completely. S3 shows no object before that. */
export async function hasOriginal(bucket: ImageBucket, imageId: string): Promise<boolean> {
  return (await headOriginal(bucket, imageId)) !== undefined;
}

/** What S3 tells of an original; `undefined` where there is none. */
export function headOriginal(
  bucket: ImageBucket,
  imageId: string,
): Promise<HeadObjectCommandOutput | undefined> {
  return headObject(bucket, originalKey(imageId));
}

/** What S3 tells of an object; `undefined` where there is none. */
export async function headObject(
  bucket: ImageBucket,
  key: string,
): Promise<HeadObjectCommandOutput | undefined> {
  try {
    return await bucket.client.send(new HeadObjectCommand({ Bucket: bucket.name, Key: key }));
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
