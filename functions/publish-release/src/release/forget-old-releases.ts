import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { Bucket } from '../bucket/bucket.ts';
import { deleteObjects } from '../bucket/empty-bucket.ts';

/** Hosts that start during a deployment still fetch the release before it; the others are for going back. */
const KEPT_RELEASES = 5;

/** Removes all but the youngest releases of a kind. One page of the listing holds far more than are ever kept. */
export async function forgetOldReleases(bucket: Bucket, prefix: string, inUse: string[]): Promise<void> {
  const command = new ListObjectsV2Command({ Bucket: bucket.name, Prefix: prefix });
  const { Contents = [] } = await bucket.s3.send(command, { abortSignal: bucket.stop });
  const ages = Contents.map(({ Key, LastModified }) => ({
    key: Key ?? '',
    time: LastModified?.getTime() ?? 0,
  }));
  const oldest = ages.sort((a, b) => b.time - a.time).slice(KEPT_RELEASES);
  const forgotten = oldest.filter(({ key }) => !inUse.includes(key));
  await deleteObjects(
    bucket,
    forgotten.map(({ key }) => ({ Key: key })),
  );
}
