import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { MAX_ORIGINAL_BYTES } from '@movieflix/contracts';
import { UnfitFile } from './faults.ts';
import { reasonOf } from './walk.ts';

const MEGABYTE = 1024 * 1024;

/** A file while it is brought in. */
export interface PhotoFile {
  bytes: number;
  /** Reads so many bytes from there. */
  read(start: number, length: number): Promise<Buffer<ArrayBuffer>>;
  /** @throws UnfitFile where the file is not what it was when it was opened */
  assertUnchanged(): Promise<void>;
}

/**
 * Opens a file for as long as `use` runs.
 *
 * @throws UnfitFile where it cannot be read, is empty or too large, or changes meanwhile
 */
export async function withPhotoFile<T>(path: string, use: (file: PhotoFile) => Promise<T>): Promise<T> {
  const handle = await open(path).catch(unfit);
  try {
    const { size, mtimeMs } = await handle.stat();
    assertFit(size);
    return await use({
      bytes: size,
      read: (start, length) => readExactly(handle, start, length),
      assertUnchanged: async () => {
        const now = await handle.stat();
        if (now.size !== size || now.mtimeMs !== mtimeMs) throw changed();
      },
    });
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a piece, in hexadecimal. */
export function sha256Of(piece: Buffer): string {
  return createHash('sha256').update(piece).digest('hex');
}

/** SHA-256 of a whole file in hexadecimal, read a few megabytes at a time. */
export async function sha256OfFile(file: PhotoFile, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; start < file.bytes; start += 4 * MEGABYTE) {
    signal.throwIfAborted();
    hash.update(await file.read(start, Math.min(4 * MEGABYTE, file.bytes - start)));
  }
  return hash.digest('hex');
}

async function readExactly(handle: FileHandle, start: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const piece = Buffer.allocUnsafe(length);
  for (let read = 0; read < length; ) {
    const { bytesRead } = await handle.read(piece, read, length - read, start + read).catch(unfit);
    if (bytesRead === 0) throw changed();
    read += bytesRead;
  }
  return piece;
}

function assertFit(bytes: number): void {
  if (bytes === 0) throw new UnfitFile('It is empty.');
  if (bytes <= MAX_ORIGINAL_BYTES) return;
  const megabytes = (count: number) => Math.ceil(count / MEGABYTE);
  throw new UnfitFile(
    `It is too large: at most ${megabytes(MAX_ORIGINAL_BYTES)} MB are taken, and it has ${megabytes(bytes)} MB.`,
  );
}

function changed(): UnfitFile {
  return new UnfitFile('It changed while it was read.');
}

function unfit(error: unknown): never {
  throw new UnfitFile(`It cannot be read: ${reasonOf(error)}.`, { cause: error });
}
