import { DeleteObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { originalKey, renditionsPrefix } from '@movieflix/contracts';
import type { ImageBucket } from './image-bucket.ts';
import { abortMultipart } from './multipart.ts';

/** Removes all that the bucket holds of an image. Doing it twice does no harm. */
export async function removeImageObjects(
  bucket: ImageBucket,
  imageId: string,
  uploadId: string | null,
): Promise<void> {
  if (uploadId !== null) await abortMultipart(bucket, imageId, uploadId);
  await removeObject(bucket, originalKey(imageId));
  await removeRenditions(bucket, imageId);
}

export async function removeRenditions(bucket: ImageBucket, imageId: string): Promise<void> {
  // An image has a handful of renditions, so one page of a listing holds them all.
  const listed = await bucket.client.send(
    new ListObjectsV2Command({ Bucket: bucket.name, Prefix: renditionsPrefix(imageId) }),
  );
  for (const { Key } of listed.Contents ?? []) if (Key !== undefined) await removeObject(bucket, Key);
}

async function removeObject(bucket: ImageBucket, key: string): Promise<void> {
  await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: key }));
}
