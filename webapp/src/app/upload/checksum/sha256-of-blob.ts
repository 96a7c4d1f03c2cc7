import { createSHA256 } from 'hash-wasm';

export interface ChecksumOptions {
  /** Gets the bytes checked so far. */
  onProgress?: (checkedBytes: number) => void;
  signal?: AbortSignal;
}

const SLICE_BYTES = 2 * 1024 * 1024;

/**
 * SHA-256 as hexadecimal digits, read in slices, so that a file of any size needs little memory. By a library,
 * because browsers offer `crypto.subtle` only on HTTPS, and it cannot hash a stream.
 */
export async function sha256OfBlob(
  blob: Blob,
  { onProgress, signal }: ChecksumOptions = {},
): Promise<string> {
  const hash = (await createSHA256()).init();
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    signal?.throwIfAborted();
    const slice = blob.slice(start, start + SLICE_BYTES);
    hash.update(new Uint8Array(await slice.arrayBuffer()));
    onProgress?.(start + slice.size);
  }
  return hash.digest();
}
