import { texts } from '../../core/language/texts';
import { UploadFault } from '../transfer/upload-fault';
import type { ChecksumReport, ChecksumRequest } from './checksum-messages';
import { type ChecksumOptions, sha256OfBlob } from './sha256-of-blob';

/** SHA-256 of a blob as hexadecimal digits. Rejects with an `UploadFault` where the file cannot be read. */
export type Checksum = (blob: Blob, options?: ChecksumOptions) => Promise<string>;

interface Waiting {
  onProgress: ((checkedBytes: number) => void) | undefined;
  resolve(sha256: string): void;
  reject(error: unknown): void;
}

class WorkerBroken extends Error {}

/**
 * Checks files in one worker, which is started with the first file. Where workers do not work, the page does it
 * itself, slice by slice.
 */
export function createChecksum(startWorker: () => Worker): Checksum {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let isBroken = false;
  let lastId = 0;

  function breakOff(): void {
    isBroken = true;
    for (const { reject } of waiting.values()) reject(new WorkerBroken());
    waiting.clear();
  }

  function running(): Worker {
    if (worker) return worker;
    worker = startWorker();
    worker.addEventListener('error', breakOff);
    worker.addEventListener('message', ({ data }: MessageEvent<ChecksumReport>) => {
      const asked = waiting.get(data.id);
      if ('checkedBytes' in data) return asked?.onProgress?.(data.checkedBytes);
      waiting.delete(data.id);
      if ('sha256' in data) asked?.resolve(data.sha256);
      else asked?.reject(data.error);
    });
    return worker;
  }

  function inWorker(blob: Blob, { onProgress, signal }: ChecksumOptions): Promise<string> {
    lastId += 1;
    const id = lastId;
    return new Promise<string>((resolve, reject) => {
      const send = (request: ChecksumRequest) => running().postMessage(request);
      waiting.set(id, { onProgress, resolve, reject });
      signal?.addEventListener('abort', () => waiting.has(id) && send({ id, isCancelled: true }), {
        once: true,
      });
      send({ id, blob });
    }).finally(() => waiting.delete(id));
  }

  return async (blob, options = {}) => {
    options.signal?.throwIfAborted();
    try {
      if (isBroken) return await sha256OfBlob(blob, options);
      return await inWorker(blob, options).catch((error: unknown) => {
        if (isReadFailure(error) || options.signal?.aborted) throw error;
        isBroken = true;
        return sha256OfBlob(blob, options);
      });
    } catch (error) {
      options.signal?.throwIfAborted();
      throw isReadFailure(error) ? unreadable() : error;
    }
  };
}

function isReadFailure(error: unknown): boolean {
  return error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name);
}

function unreadable(): UploadFault {
  return new UploadFault('unreadable', texts().uploads.faults.unreadable);
}
