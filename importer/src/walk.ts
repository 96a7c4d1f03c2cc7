import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ImageMediaType, MEDIA_TYPE_BY_EXTENSION } from '@movieflix/contracts';

/** What lies in a folder: an image to bring in, something that is none, or something that cannot be read. */
export type Found =
  | { kind: 'image'; path: string; contentType: ImageMediaType; bytes: number }
  | { kind: 'other'; path: string }
  | { kind: 'unreadable'; path: string; message: string };

/**
 * Everything below a folder, depth first and by name, so that two walks meet it in the same order. Symbolic links
 * are followed, but no folder is entered twice. Hidden files are no images: beside IMG_1.jpg, macOS puts a ._IMG_1.jpg
 * without a picture in it.
 *
 * Memory is bounded by the entries of the largest folder and the number of folders.
 */
export async function* walk(folder: string, entered = new Set<string>()): AsyncGenerator<Found> {
  try {
    const { dev, ino } = await stat(folder, { bigint: true });
    if (entered.has(`${dev}:${ino}`)) return;
    entered.add(`${dev}:${ino}`);
  } catch (error) {
    return yield unreadable(folder, error);
  }
  for (const entry of await sortedEntries(folder)) {
    if ('kind' in entry) yield entry;
    else yield* visit(join(folder, entry.name), entry, entered);
  }
}

async function* visit(path: string, entry: Dirent, entered: Set<string>): AsyncGenerator<Found> {
  if (entry.name.startsWith('.')) {
    if (!entry.isDirectory()) yield { kind: 'other', path };
    return;
  }
  if (entry.isDirectory()) yield* walk(path, entered);
  else if (entry.isSymbolicLink()) yield* followLink(path, entered);
  else yield await lookAt(path);
}

async function* followLink(path: string, entered: Set<string>): AsyncGenerator<Found> {
  const target = await stat(path).catch((error: unknown) => unreadable(path, error));
  if ('kind' in target) yield target;
  else if (target.isDirectory()) yield* walk(path, entered);
  else yield await lookAt(path);
}

async function lookAt(path: string): Promise<Found> {
  const contentType = mediaTypeOf(path);
  if (contentType === undefined) return { kind: 'other', path };
  try {
    const file = await stat(path);
    return file.isFile() ? { kind: 'image', path, contentType, bytes: file.size } : { kind: 'other', path };
  } catch (error) {
    return unreadable(path, error);
  }
}

async function sortedEntries(folder: string): Promise<(Dirent | Found)[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return [unreadable(folder, error)];
  }
}

/** The type that a file's name claims, `undefined` where that is no image's. */
function mediaTypeOf(path: string): ImageMediaType | undefined {
  const extension = /\.([a-z]+)$/i.exec(basename(path))?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(MEDIA_TYPE_BY_EXTENSION, extension) ? MEDIA_TYPE_BY_EXTENSION[extension] : undefined;
}

function unreadable(path: string, error: unknown): Found & { kind: 'unreadable' } {
  return { kind: 'unreadable', path, message: `It cannot be read: ${reasonOf(error)}.` };
}

/** What the file system said, in words where they are known. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is not there any more',
  ELOOP: 'its symbolic links go in a circle',
  EIO: 'the disk failed',
};
