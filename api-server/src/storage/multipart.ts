import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { MAX_ORIGINAL_BYTES, originalKey, PART_BYTES } from '@movieflix/contracts';
import type { ImageBucket } from './image-bucket.ts';
import { type OriginalFacts, originalMetadata } from './original-metadata.ts';

export interface ArrivedPart {
  partNumber: number;
  bytes: number;
  etag: string;
  checksumSha256: string | undefined;
}

const MAX_PARTS = Math.ceil(MAX_ORIGINAL_BYTES / PART_BYTES);

/** @returns the upload's id at S3 */
export async function createMultipart(
  bucket: ImageBucket,
  imageId: string,
  contentType: string,
  facts: OriginalFacts,
): Promise<string> {
  const created = await bucket.client.send(
    new CreateMultipartUploadCommand({
      ...target(bucket, imageId),
      ContentType: contentType,
      Metadata: originalMetadata(facts),
      ChecksumAlgorithm: 'SHA256',
    }),
  );
  if (created.UploadId === undefined)
    throw new Error(`S3 began a multipart upload of ${imageId} without an id.`);
  return created.UploadId;
}

/** The parts that arrived, ascending; `undefined` where S3 knows no such upload (any more). */
export async function listParts(
  bucket: ImageBucket,
  imageId: string,
  uploadId: string,
): Promise<ArrivedPart[] | undefined> {
  const listed = await unlessGone(
    bucket.client.send(
      new ListPartsCommand({ ...target(bucket, imageId), UploadId: uploadId, MaxParts: MAX_PARTS }),
    ),
  );
  return (
    listed &&
    (listed.Parts ?? []).map((part) => ({
      partNumber: part.PartNumber ?? 0,
      bytes: part.Size ?? 0,
      etag: part.ETag ?? '',
      checksumSha256: part.ChecksumSHA256,
    }))
  );
}

/** @returns whether this made the original; not where the upload is gone, or another one was quicker */
export async function completeMultipart(
  bucket: ImageBucket,
  imageId: string,
  uploadId: string,
  parts: ArrivedPart[],
): Promise<boolean> {
  const Parts = parts.map((part) => ({
    PartNumber: part.partNumber,
    ETag: part.etag,
    ChecksumSHA256: part.checksumSha256,
  }));
  const completed = await unlessGone(
    bucket.client.send(
      new CompleteMultipartUploadCommand({
        ...target(bucket, imageId),
        UploadId: uploadId,
        MultipartUpload: { Parts },
        // An original never changes, not even where two uploads of it were begun.
        IfNoneMatch: '*',
      }),
    ),
  ).catch((error: unknown) => {
    if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
    return abortMultipart(bucket, imageId, uploadId);
  });
  return completed !== undefined;
}

/** Removes the parts. An upload that is gone already is as good. */
export async function abortMultipart(bucket: ImageBucket, imageId: string, uploadId: string): Promise<void> {
  await unlessGone(
    bucket.client.send(new AbortMultipartUploadCommand({ ...target(bucket, imageId), UploadId: uploadId })),
  );
}

function target(bucket: ImageBucket, imageId: string) {
  return { Bucket: bucket.name, Key: originalKey(imageId) };
}

async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchUpload') return undefined;
    throw error;
  }
}
