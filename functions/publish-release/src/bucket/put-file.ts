import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { ReleaseFile } from '@movieflix/contracts/release-manifest';
import type { Bucket } from './bucket.ts';

interface ObjectHeaders {
  key: string;
  contentType: string;
  cacheControl?: string;
  contentEncoding?: string;
}

/** Puts a file of the release; the bucket itself refuses bytes that are not the manifest's. */
export async function putFile(
  bucket: Bucket,
  folder: string,
  file: ReleaseFile,
  headers: ObjectHeaders,
): Promise<void> {
  const command = new PutObjectCommand({
    Bucket: bucket.name,
    Key: headers.key,
    Body: await readFile(path.join(folder, file.file)),
    ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
    ContentType: headers.contentType,
    CacheControl: headers.cacheControl,
    ContentEncoding: headers.contentEncoding,
  });
  await bucket.s3.send(command, { abortSignal: bucket.stop });
}
