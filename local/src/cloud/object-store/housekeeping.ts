import { sweepBlobGarbage } from './blob-garbage.ts';
import { abortAbandonedUploads } from './multipart/abort-upload.ts';
import type { ObjectStore } from './object-store.ts';

/** The gallery gives its uploads a day; this is for what no longer belongs to any row of it. */
const ABANDONED_AFTER_MS = 7 * 24 * 3600 * 1000;

/** Once at start, beside requests: what a crash left behind, and uploads that nobody will complete. */
export async function startHousekeeping(
  store: ObjectStore,
  closing: AbortSignal,
  log: (line: string) => void,
): Promise<void> {
  try {
    await abortAbandonedUploads(store, Date.now() - ABANDONED_AFTER_MS);
    await sweepBlobGarbage(store.db, store.blobs, () => closing.aborted);
  } catch (error) {
    log(`housekeeping ended early: ${String(error)}`);
  }
}
