import { type _Object, ListObjectsV2Command } from '@aws-sdk/client-s3';
import {
  imageIdOfOriginalKey,
  ORIGINALS_PREFIX,
  RENDITIONS_PREFIX,
  renditionOfKey,
  renditionsPrefix,
} from '@movieflix/contracts';
import type { ImageBucket } from '../storage/image-bucket.ts';

export interface ListedOriginal {
  id: string;
  arrivedAt: Date;
}

export interface ListedRenditions {
  id: string;
  /** Pixels. */
  widths: ReadonlySet<number>;
}

/** All originals, in the order of their ids. What else lies there belongs to nobody and is passed over. */
export async function* listOriginals(bucket: ImageBucket, pageSize: number): AsyncGenerator<ListedOriginal> {
  for await (const { Key = '', LastModified = new Date() } of listObjects(
    bucket,
    ORIGINALS_PREFIX,
    pageSize,
  )) {
    const id = imageIdOfOriginalKey(Key);
    if (id !== undefined) yield { id, arrivedAt: LastModified };
  }
}

/** All renditions, those of an image together, in the order of the images' ids. */
export async function* listRenditions(
  bucket: ImageBucket,
  pageSize: number,
): AsyncGenerator<ListedRenditions> {
  let current: { id: string; widths: Set<number> } | undefined;
  for await (const { Key = '' } of listObjects(bucket, RENDITIONS_PREFIX, pageSize)) {
    const rendition = renditionOfKey(Key);
    if (rendition === undefined) continue;
    if (current !== undefined && current.id !== rendition.imageId) {
      yield current;
      current = undefined;
    }
    current ??= { id: rendition.imageId, widths: new Set() };
    current.widths.add(rendition.width);
  }
  if (current !== undefined) yield current;
}

/** The widths that the bucket has of one image. A handful, so one page holds them. */
export async function listWidths(bucket: ImageBucket, imageId: string): Promise<ReadonlySet<number>> {
  const { Contents = [] } = await bucket.client.send(
    new ListObjectsV2Command({ Bucket: bucket.name, Prefix: renditionsPrefix(imageId) }),
  );
  const widths = Contents.map(({ Key = '' }) => renditionOfKey(Key)?.width);
  return new Set(widths.filter((width) => width !== undefined));
}

async function* listObjects(bucket: ImageBucket, prefix: string, pageSize: number): AsyncGenerator<_Object> {
  let token: string | undefined;
  do {
    const page = await bucket.client.send(
      new ListObjectsV2Command({
        Bucket: bucket.name,
        Prefix: prefix,
        MaxKeys: pageSize,
        ContinuationToken: token,
      }),
    );
    yield* page.Contents ?? [];
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
