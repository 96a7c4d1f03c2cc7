import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** A file of an archive. */
export interface ArchiveEntry {
  /** The path it is unpacked to. */
  name: string;
  content: Buffer;
  isExecutable: boolean;
}

/** A text file that the build itself makes. */
export function textEntry(name: string, text: string): ArchiveEntry {
  return { name, content: Buffer.from(text), isExecutable: false };
}

/**
 * The files of a folder, to be unpacked below `into`.
 *
 * @param pattern which of them, as a glob
 */
export function entriesOf(folder: string, into = '', pattern: string | string[] = '**'): ArchiveEntry[] {
  const found = globSync(pattern, { cwd: folder, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return files.map((file) => ({
    name: path.posix.join(into, path.relative(folder, file)),
    content: readFileSync(file),
    isExecutable: (statSync(file).mode & 0o100) !== 0,
  }));
}
