import { PART_BYTES } from '@movieflix/contracts';
import type { Database } from '../database/database.ts';
import { imageNotFound, Refusal } from '../errors/refusal.ts';
import { factsOf, findOwnImage, type ImageRow, updateImage } from '../images/image.repository.ts';
import type { ImageBucket } from '../storage/image-bucket.ts';
import {
  type ArrivedPart,
  abortMultipart,
  completeMultipart,
  createMultipart,
  listParts,
} from '../storage/multipart.ts';
import { hasOriginal } from '../storage/originals.ts';
import { type PresignedUpload, presignPart } from '../storage/upload-urls.ts';
import { claimUploadId, dropUploadId } from './upload.repository.ts';

export interface MultipartUpload {
  uploadId: string;
  /** Bytes of every part but the last. */
  partBytes: number;
  partCount: number;
}

/**
 * The image's multipart upload; the one it has as long as S3 knows it.
 *
 * @returns `undefined` where it was completed a moment ago
 */
export async function openMultipart(
  db: Database,
  bucket: ImageBucket,
  image: ImageRow,
): Promise<MultipartUpload | undefined> {
  const uploadId = await livingUploadId(db, bucket, image);
  if (uploadId === undefined) return undefined;
  return { uploadId, partBytes: PART_BYTES, partCount: partCountOf(image) };
}

async function livingUploadId(
  db: Database,
  bucket: ImageBucket,
  image: ImageRow,
): Promise<string | undefined> {
  if (image.upload_id !== null) {
    if ((await listParts(bucket, image.id, image.upload_id)) !== undefined) return image.upload_id;
    if (await hasOriginal(bucket, image.id)) return undefined;
    await dropUploadId(db, image.id, image.upload_id);
  }
  const created = await createMultipart(bucket, image.id, image.content_type, factsOf(image));
  const claimed = await claimUploadId(db, image.id, created);
  if (claimed !== created) await abortMultipart(bucket, image.id, created);
  return claimed;
}

/** @throws Refusal 404 where there is no such multipart upload, 400 where it has no such part */
export async function signPart(
  db: Database,
  bucket: ImageBucket,
  memberId: string,
  id: string,
  part: { partNumber: number; sha256: string },
  now: Date,
): Promise<PresignedUpload> {
  const { image, uploadId } = await getMultipart(db, memberId, id);
  const { partNumber, sha256 } = part;
  const partCount = partCountOf(image);
  if (partNumber > partCount) {
    throw new Refusal(
      400,
      'no-such-part',
      `Expected a part from 1 to ${partCount}, but received ${partNumber}.`,
    );
  }
  const bytes = partBytesOf(image, partNumber);
  // An upload that goes on is not one that never arrives.
  await updateImage(db, id, { pending_since: now });
  return presignPart(
    bucket,
    { imageId: id, uploadId, partNumber, bytes, sha256: Buffer.from(sha256, 'hex') },
    now,
  );
}

/** @throws Refusal 404 where there is no such multipart upload (any more) */
export async function arrivedParts(
  db: Database,
  bucket: ImageBucket,
  memberId: string,
  id: string,
): Promise<ArrivedPart[]> {
  const { uploadId } = await getMultipart(db, memberId, id);
  const parts = await listParts(bucket, id, uploadId);
  if (parts === undefined) throw noMultipart();
  return parts;
}

/**
 * Puts the parts together. S3 checked each part's bytes against its signed SHA-256 and size; a multipart object
 * has no SHA-256 of the whole, so what is checked here is that every part is there. Completing twice, as after a
 * lost answer, is as good as once.
 *
 * @throws Refusal 409 with what is missing, 404 where there is no such image or multipart upload
 */
export async function completeUpload(
  db: Database,
  bucket: ImageBucket,
  memberId: string,
  id: string,
): Promise<void> {
  const image = await findOwnImage(db, memberId, id);
  if (image === undefined) throw imageNotFound();
  // The result was quicker than this request.
  if (image.status !== 'pending') return;
  const uploadId = image.upload_id;
  if (uploadId === null) throw noMultipart();
  const parts = await listParts(bucket, id, uploadId);
  if (parts !== undefined) {
    refuseMissing(image, parts);
    if (await completeMultipart(bucket, id, uploadId, parts)) return;
  }
  if (!(await hasOriginal(bucket, id))) throw noMultipart();
}

function refuseMissing(image: ImageRow, parts: ArrivedPart[]): void {
  const arrived = new Map(parts.map((part) => [part.partNumber, part.bytes]));
  const partCount = partCountOf(image);
  const numbers = Array.from({ length: partCount }, (_, index) => index + 1);
  const missing = numbers.filter((number) => arrived.get(number) !== partBytesOf(image, number));
  if (missing.length === 0 && parts.length === partCount) return;
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const message = `Expected ${partCount} parts with ${image.bytes} bytes together, but ${bytes} bytes came. Missing parts: ${missing.join(', ')}.`;
  throw new Refusal(409, 'parts-missing', message);
}

async function getMultipart(db: Database, memberId: string, id: string) {
  const image = await findOwnImage(db, memberId, id);
  if (image?.status !== 'pending' || image.upload_id === null) throw noMultipart();
  return { image, uploadId: image.upload_id };
}

function partCountOf(image: ImageRow): number {
  return Math.ceil(image.bytes / PART_BYTES);
}

function partBytesOf(image: ImageRow, partNumber: number): number {
  return Math.min(PART_BYTES, image.bytes - (partNumber - 1) * PART_BYTES);
}

function noMultipart(): Refusal {
  return new Refusal(
    404,
    'no-multipart-upload',
    'There is no upload in parts of this image. Ask for one anew.',
  );
}
