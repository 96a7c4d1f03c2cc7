import { CopyObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { originalKey } from '@movieflix/contracts';
import type { ImageBucket } from './image-bucket.ts';

export interface OriginalVersion {
  id: string;
  storedAt: Date;
}

/**
 * The newest version of an original that is not there any more. A bucket that keeps versions hides a deleted object
 * under a delete marker, and forgets it when its lifecycle rule says so.
 *
 * @param bytes what the image has; another version is not its original
 */
export async function findLostVersion(
  bucket: ImageBucket,
  imageId: string,
  bytes: number,
): Promise<OriginalVersion | undefined> {
  const key = originalKey(imageId);
  // Newest first, and an original is never overwritten, so one page has more than there can be.
  const { Versions = [] } = await bucket.client.send(
    new ListObjectVersionsCommand({ Bucket: bucket.name, Prefix: key }),
  );
  const version = Versions.find(({ Key, Size }) => Key === key && Size === bytes);
  if (version?.VersionId === undefined) return undefined;
  return { id: version.VersionId, storedAt: version.LastModified ?? new Date(0) };
}

/** Puts a version where the original was, with its type and its metadata. What is there already is not overwritten. */
export async function copyVersion(bucket: ImageBucket, imageId: string, versionId: string): Promise<void> {
  const key = originalKey(imageId);
  await bucket.client.send(
    new CopyObjectCommand({
      Bucket: bucket.name,
      Key: key,
      CopySource: `${bucket.name}/${key}?versionId=${encodeURIComponent(versionId)}`,
      MetadataDirective: 'COPY',
      IfNoneMatch: '*',
    }),
  );
}
