import type { KeptUpload } from './kept-upload';
import type { UploadDatabase } from './upload-database';

/** All files that are kept together, in bytes. What is beyond is listed, but has to be chosen again after a reload. */
const MAX_KEPT_BYTES = 1024 * 1024 * 1024;

export interface ClaimedUpload {
  upload: KeptUpload;
  file: File | undefined;
}

export async function keepUploads(database: UploadDatabase, uploads: readonly KeptUpload[]): Promise<void> {
  const transaction = database.transaction('uploads', 'readwrite');
  for (const upload of uploads) void transaction.store.put(upload);
  await transaction.done;
}

/** Changes an upload that is still kept. */
export async function changeUpload(
  database: UploadDatabase,
  id: string,
  change: Partial<KeptUpload>,
): Promise<void> {
  const transaction = database.transaction('uploads', 'readwrite');
  const upload = await transaction.store.get(id);
  if (upload) void transaction.store.put({ ...upload, ...change });
  await transaction.done;
}

/** Makes a tab's uploads that are nobody's the member's. */
export async function assignUploads(
  database: UploadDatabase,
  tabId: string,
  memberId: string,
): Promise<void> {
  const transaction = database.transaction('uploads', 'readwrite');
  for (const upload of await transaction.store.getAll()) {
    if (upload.tabId === tabId && upload.memberId === null)
      void transaction.store.put({ ...upload, memberId });
  }
  await transaction.done;
}

/**
 * Keeps the bytes of an upload that is still kept.
 *
 * @param keptBytes of the files that are kept already
 * @returns whether it was kept: there is a limit, and the disk may be full
 */
export async function keepFile(
  database: UploadDatabase,
  id: string,
  file: File,
  keptBytes: number,
): Promise<boolean> {
  if (keptBytes + file.size > MAX_KEPT_BYTES) return false;
  const transaction = database.transaction(['uploads', 'files'], 'readwrite');
  try {
    const isWanted = (await transaction.objectStore('uploads').count(id)) === 1;
    if (isWanted) await transaction.objectStore('files').put(file, id);
    await transaction.done;
    return isWanted;
  } catch {
    await transaction.done.catch(() => undefined);
    return false;
  }
}

/** Forgets the bytes alone. */
export async function forgetFile(database: UploadDatabase, id: string): Promise<void> {
  await database.delete('files', id);
}

export async function forgetUploads(database: UploadDatabase, ids: Iterable<string>): Promise<void> {
  const transaction = database.transaction(['uploads', 'files'], 'readwrite');
  for (const id of ids) {
    void transaction.objectStore('uploads').delete(id);
    void transaction.objectStore('files').delete(id);
  }
  await transaction.done;
}

/** The tabs that have uploads in hand, or had when they were closed. */
export async function tabsWithUploads(database: UploadDatabase): Promise<Set<string>> {
  const uploads = await database.getAll('uploads');
  return new Set(uploads.map(({ tabId }) => tabId));
}

/**
 * Takes over what a closed tab left, in one transaction, so that of two tabs that try only one gets it.
 *
 * @param memberId takes only theirs, and what nobody was signed in for; what is another member's is forgotten,
 *   because two people who share a browser do not share their pictures
 */
export async function claimUploads(
  database: UploadDatabase,
  fromTabId: string,
  tabId: string,
  memberId: string,
): Promise<ClaimedUpload[]> {
  const transaction = database.transaction(['uploads', 'files'], 'readwrite');
  const uploads = transaction.objectStore('uploads');
  const files = transaction.objectStore('files');
  const claimed: ClaimedUpload[] = [];
  for (const left of await uploads.getAll()) {
    if (left.tabId !== fromTabId) continue;
    if (left.memberId !== null && left.memberId !== memberId) {
      void uploads.delete(left.id);
      void files.delete(left.id);
      continue;
    }
    const upload = { ...left, tabId, memberId };
    void uploads.put(upload);
    claimed.push({ upload, file: await files.get(left.id) });
  }
  await transaction.done;
  return claimed.sort((a, b) => a.upload.sequence - b.upload.sequence);
}
