import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files of bytes under random names. No key of a client ever becomes part of a path. A file is written in
 * `incoming/` and moved to `blobs/xx/` once it is complete and on the disk.
 */
export interface BlobFolder {
  readonly incoming: string;
  readonly blobs: string;
  /** Written or being written, but not yet in the database: not garbage. */
  readonly uncommitted: Set<string>;
  /** How many answers read a blob just now. */
  readonly readers: Map<string, number>;
  /** Blobs to remove when their last reader is done. */
  readonly doomed: Set<string>;
}

export function openBlobFolder(folder: string): BlobFolder {
  const incoming = join(folder, 'incoming');
  const blobs = join(folder, 'blobs');
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  mkdirSync(blobs, { recursive: true });
  const present = new Set(readdirSync(blobs));
  const names = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
  const missing = names.filter((name) => !present.has(name));
  for (const name of missing) mkdirSync(join(blobs, name));
  if (missing.length > 0) syncFolders([blobs, folder]);
  return { incoming, blobs, uncommitted: new Set(), readers: new Map(), doomed: new Set() };
}

/** What lies in a folder that a power cut takes away is gone, however well it was written itself. */
function syncFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  }
}

export function newBlobName(): string {
  return randomBytes(16).toString('hex');
}

export function blobPath(folder: BlobFolder, blob: string): string {
  return join(folder.blobs, blob.slice(0, 2), blob);
}

/** Moves a complete, fsynced file to its place, durably. */
export async function settleBlob(folder: BlobFolder, blob: string): Promise<void> {
  await rename(join(folder.incoming, blob), blobPath(folder, blob));
  const directory = await open(join(folder.blobs, blob.slice(0, 2)), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Removes blobs that the database no longer names; those that are being read go when their readers are done. */
export async function removeBlobs(folder: BlobFolder, blobs: readonly string[]): Promise<void> {
  for (const blob of blobs) {
    if (folder.readers.has(blob)) folder.doomed.add(blob);
    else await rm(blobPath(folder, blob), { force: true });
  }
}

/** Keeps blobs from being removed while `work` reads them. */
export async function whileReading(
  folder: BlobFolder,
  blobs: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  for (const blob of blobs) folder.readers.set(blob, (folder.readers.get(blob) ?? 0) + 1);
  try {
    await work();
  } finally {
    for (const blob of blobs) await release(folder, blob);
  }
}

async function release(folder: BlobFolder, blob: string): Promise<void> {
  const remaining = (folder.readers.get(blob) ?? 1) - 1;
  if (remaining > 0) {
    folder.readers.set(blob, remaining);
    return;
  }
  folder.readers.delete(blob);
  if (folder.doomed.delete(blob)) await rm(blobPath(folder, blob), { force: true });
}

/** Every blob there is, a subfolder at a time. */
export async function* listBlobs(folder: BlobFolder): AsyncGenerator<string[]> {
  for (const name of await readdir(folder.blobs)) yield await readdir(join(folder.blobs, name));
}
