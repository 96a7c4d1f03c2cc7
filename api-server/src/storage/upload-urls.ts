import { originalKey } from '@movieflix/contracts';
import type { ImageBucket } from './image-bucket.ts';
import { type OriginalFacts, originalMetadata } from './original-metadata.ts';
import { lifetimeSeconds, type SigningCredentials } from './presign.ts';

/** A request that the browser makes straight to S3. The sender adds only `content-length`, which is signed too. */
export interface PresignedUpload {
  method: 'PUT';
  url: string;
  headers: Record<string, string>;
  expiresAt: Date;
}

const EXPIRES_SECONDS = 3600;

export interface DeclaredOriginal extends OriginalFacts {
  imageId: string;
  contentType: string;
  bytes: number;
}

/** S3 refuses other bytes, another size, type or metadata, and to overwrite: all of it is in the signature. */
export function presignOriginal(
  bucket: ImageBucket,
  original: DeclaredOriginal,
  now: Date,
): Promise<PresignedUpload> {
  const headers = {
    'content-type': original.contentType,
    'if-none-match': '*',
    'x-amz-checksum-sha256': original.sha256.toString('base64'),
    ...metadataHeaders(original),
  };
  return presignPut(bucket, original.imageId, {}, headers, original.bytes, now);
}

function metadataHeaders(original: OriginalFacts): Record<string, string> {
  const metadata = Object.entries(originalMetadata(original));
  return Object.fromEntries(metadata.map(([name, value]) => [`x-amz-meta-${name}`, value]));
}

export interface DeclaredPart {
  imageId: string;
  uploadId: string;
  partNumber: number;
  bytes: number;
  sha256: Buffer;
}

/**
 * S3 knows the SHA-256 of a multipart upload only part by part, never of the whole, so each part's own is signed:
 * what arrives is what the sender hashed.
 */
export function presignPart(bucket: ImageBucket, part: DeclaredPart, now: Date): Promise<PresignedUpload> {
  const query = { partNumber: `${part.partNumber}`, uploadId: part.uploadId };
  const headers = { 'x-amz-checksum-sha256': part.sha256.toString('base64') };
  return presignPut(bucket, part.imageId, query, headers, part.bytes, now);
}

async function presignPut(
  bucket: ImageBucket,
  imageId: string,
  query: Record<string, string>,
  headers: Record<string, string>,
  bytes: number,
  signedAt: Date,
): Promise<PresignedUpload> {
  const credentials: SigningCredentials = await bucket.client.config.credentials();
  const expiresSeconds = lifetimeSeconds(credentials, signedAt, EXPIRES_SECONDS);
  const url = bucket.presign(credentials, {
    method: 'PUT',
    key: originalKey(imageId),
    query,
    headers: { ...headers, 'content-length': `${bytes}` },
    signedAt,
    expiresSeconds,
  });
  return { method: 'PUT', url, headers, expiresAt: new Date(signedAt.getTime() + expiresSeconds * 1000) };
}
