import type { Checksum } from '../checksum/checksums';
import { type RetryTerms } from '../transfer/retrying';
import { type UploadOutcome, uploadFile } from '../transfer/upload-file';
import type { UploadTransport } from '../transfer/upload-transport';
import type { UploadEntry, UploadState } from './upload-entry';

export interface Sending {
  transport: UploadTransport;
  checksum: Checksum;
  terms: RetryTerms;
  onState(state: UploadState): void;
  onAsked(imageId: string): void;
}

/** Screens show no more; every step of thousands of files would only warm the room. */
const PROGRESS_EVERY_MS = 100;

/** Checks one file and uploads it, telling its state on the way. */
export async function sendEntry(entry: UploadEntry, file: File, sending: Sending): Promise<UploadOutcome> {
  const { transport, checksum, terms, onState, onAsked } = sending;
  onState({ phase: 'checking', checkedBytes: 0 });
  const onChecked = nowAndThen((checkedBytes) => onState({ phase: 'checking', checkedBytes }));
  const sha256 = await checksum(file, { onProgress: onChecked, signal: terms.signal });
  return uploadFile({
    file,
    ask: {
      ...{ filename: entry.name, contentType: entry.contentType, bytes: entry.bytes, sha256 },
      ...(entry.film && { movieId: entry.film.id }),
    },
    transport,
    checksum: (blob, signal) => checksum(blob, { signal }),
    terms,
    onAsked(imageId) {
      onAsked(imageId);
      onState({ phase: 'uploading', sentBytes: 0 });
    },
    onProgress: nowAndThen((sentBytes) => onState({ phase: 'uploading', sentBytes })),
  });
}

function nowAndThen(tell: (bytes: number) => void): (bytes: number) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (bytes) => {
    const now = performance.now();
    if (now - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = now;
    tell(bytes);
  };
}
