import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type BlobFolder, newBlobName, removeBlobs, settleBlob } from '../blob-folder.ts';
import { decodeAwsChunked } from './aws-chunked.ts';
import type { BodyExpectations } from './body-expectations.ts';
import { checkBytes, checkDigests, checkNotTooManyBytes } from './check-body.ts';
import { type ChecksumAlgorithm, type RunningChecksum, startChecksum } from './checksum-algorithms.ts';

export interface SavedBody {
  blob: string;
  bytes: number;
  md5: Buffer;
  checksum: { algorithm: ChecksumAlgorithm; value: Buffer } | undefined;
}

/**
 * Streams a request's body into a blob, one chunk in memory at a time, and returns once the file is complete,
 * checked, and on the disk. The blob is `uncommitted` until the caller has committed its row or given it up.
 *
 * @throws CloudError where the body is not what the request said; nothing is left behind then
 */
export async function saveBody(
  folder: BlobFolder,
  request: IncomingMessage,
  expected: BodyExpectations,
): Promise<SavedBody> {
  const blob = newBlobName();
  folder.uncommitted.add(blob);
  try {
    const saved = await writeIncoming(join(folder.incoming, blob), request, expected);
    await settleBlob(folder, blob);
    return { blob, ...saved };
  } catch (error) {
    await rm(join(folder.incoming, blob), { force: true });
    await giveUpBlob(folder, blob);
    throw error;
  }
}

/** For a body whose row was not written. A blob that is committed by now stays, whatever failed afterwards. */
export async function giveUpBlob(folder: BlobFolder, blob: string): Promise<void> {
  if (!folder.uncommitted.has(blob)) return;
  await removeBlobs(folder, [blob]);
  folder.uncommitted.delete(blob);
}

async function writeIncoming(
  path: string,
  request: IncomingMessage,
  expected: BodyExpectations,
): Promise<Omit<SavedBody, 'blob'>> {
  const file = await open(path, 'wx');
  try {
    const received = await writeChecked(file, request, expected);
    await file.sync();
    return received;
  } finally {
    await file.close();
  }
}

async function writeChecked(
  file: FileHandle,
  request: IncomingMessage,
  expected: BodyExpectations,
): Promise<Omit<SavedBody, 'blob'>> {
  // Not destroyed on return: the connection must stay open for the answer when the body is refused half way.
  const source: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  const { chunks, trailers } =
    expected.encoding === 'plain' ? { chunks: source, trailers: new Map() } : decodeAwsChunked(source);
  const md5 = createHash('md5');
  const sha256 = expected.sha256 ? createHash('sha256') : undefined;
  const checksum = expected.checksum ? startChecksum(expected.checksum.algorithm) : undefined;
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    checkNotTooManyBytes(expected, bytes);
    update([md5, sha256, checksum], chunk);
    await writeAll(file, chunk);
  }
  checkBytes(expected, bytes);
  const digests = { md5: md5.digest(), sha256: sha256?.digest(), checksum: checksum?.digest() };
  checkDigests(expected, digests, trailers);
  return {
    bytes,
    md5: digests.md5,
    checksum:
      expected.checksum && digests.checksum
        ? { algorithm: expected.checksum.algorithm, value: digests.checksum }
        : undefined,
  };
}

function update(hashes: (Hash | RunningChecksum | undefined)[], chunk: Buffer): void {
  for (const hash of hashes) hash?.update(chunk);
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    written += (await file.write(chunk, written, chunk.length - written)).bytesWritten;
  }
}
