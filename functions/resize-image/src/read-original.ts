import type { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { MAX_ORIGINAL_BYTES } from '@movieflix/contracts';
import type { OriginalLocation } from './originals-of-event.ts';
import { Rejection } from './rejection.ts';

/**
 * The bytes of an original, read once into a buffer of exactly its size.
 *
 * @throws Rejection where it is missing, empty or too large, before its body is read
 * @throws where S3 fails or the body ends early
 */
export async function readOriginal(s3: S3Client, { bucket, key }: OriginalLocation): Promise<Buffer> {
  const answer = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })).catch(rejectMissing);
  const body = answer.Body as Readable;
  const bytes = answer.ContentLength ?? 0;
  if (bytes === 0 || bytes > MAX_ORIGINAL_BYTES) {
    body.destroy();
    throw bytes === 0 ? empty() : tooLarge(bytes);
  }
  return readExactly(body, bytes);
}

/** @throws where the stream yields more or fewer than `bytes` bytes */
async function readExactly(body: Readable, bytes: number): Promise<Buffer> {
  const original = Buffer.allocUnsafe(bytes);
  let arrived = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunk.copy(original, arrived);
    arrived += chunk.length;
  }
  if (arrived !== bytes) throw new Error(`Expected ${bytes} bytes of the original but ${arrived} arrived`);
  return original;
}

function rejectMissing(error: unknown): never {
  if (!(error instanceof NoSuchKey)) throw error;
  throw new Rejection('missing', 'The file is not there any more. Please upload it again.', error);
}

function empty(): Rejection {
  return new Rejection('empty', 'This file is empty: an image was expected, and 0 bytes came.');
}

function tooLarge(bytes: number): Rejection {
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024);
  return new Rejection(
    'too-many-bytes',
    `This file is too large: at most ${megabytes(MAX_ORIGINAL_BYTES)} MB can be read, and it has ${megabytes(bytes)} MB.`,
  );
}
