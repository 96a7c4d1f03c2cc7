import { DeleteObjectsCommand, ListObjectVersionsCommand, type ObjectIdentifier } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket.ts';

/** S3 lists and deletes no more objects in one request. */
const MOST_AT_ONCE = 1000;

/**
 * Removes every version of every object, since CloudFormation deletes only an empty bucket. A bucket that is gone
 * is empty.
 */
export async function emptyBucket(bucket: Bucket): Promise<void> {
  try {
    for (;;) {
      const versions = await firstVersions(bucket);
      if (versions.length === 0) return;
      await deleteObjects(bucket, versions);
    }
  } catch (error) {
    if ((error as Error).name !== 'NoSuchBucket') throw error;
  }
}

export async function deleteObjects(bucket: Bucket, objects: ObjectIdentifier[]): Promise<void> {
  for (let from = 0; from < objects.length; from += MOST_AT_ONCE) {
    await deleteSome(bucket, objects.slice(from, from + MOST_AT_ONCE));
  }
}

async function deleteSome(bucket: Bucket, objects: ObjectIdentifier[]): Promise<void> {
  const command = new DeleteObjectsCommand({
    Bucket: bucket.name,
    Delete: { Objects: objects, Quiet: true },
  });
  const { Errors = [] } = await bucket.s3.send(command, { abortSignal: bucket.stop });
  const [first] = Errors;
  if (first !== undefined) {
    throw new Error(`${first.Key} in ${bucket.name} could not be removed: ${first.Code}, ${first.Message}`);
  }
}

async function firstVersions(bucket: Bucket): Promise<ObjectIdentifier[]> {
  const command = new ListObjectVersionsCommand({ Bucket: bucket.name, MaxKeys: MOST_AT_ONCE });
  const { Versions = [], DeleteMarkers = [] } = await bucket.s3.send(command, { abortSignal: bucket.stop });
  return [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
}
