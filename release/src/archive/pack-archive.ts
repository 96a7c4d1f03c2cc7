import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { ArchiveEntry } from './archive-entry.ts';

export interface PackedArchive {
  gzipped: Buffer;
  /** SHA-256 of the uncompressed archive. */
  content: string;
}

// Off the main thread, so that several archives are compressed at once.
const compress = promisify(gzip);

const FIRST_TIME_S = Date.UTC(2000, 0, 1) / 1000;
const TIME_SPAN_S = 600_000_000;

/**
 * Packs files so that the same files give the same bytes, whoever packs them, when and in which order.
 *
 * @throws Error where two files have one name
 */
export async function packArchive(entries: ArchiveEntry[]): Promise<PackedArchive> {
  const tar = pack();
  const packed = buffer(tar);
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [index, { name, content, isExecutable }] of sorted.entries()) {
    if (sorted[index + 1]?.name === name) throw new Error(`Two files of a release are both named ${name}.`);
    const mode = isExecutable ? 0o755 : 0o644;
    tar.entry({ name, mode, mtime: timeOf(content), uid: 0, gid: 0, uname: 'root', gname: 'root' }, content);
  }
  tar.finalize();
  const bytes = await packed;
  return {
    gzipped: await compress(bytes),
    content: createHash('sha256').update(bytes).digest('hex'),
  };
}

/**
 * A time that depends on the content alone. nginx makes a file's ETag of its time and size: with one time for all, a
 * browser would keep the old index.html, whose size never changes, and ask for scripts that are gone.
 */
function timeOf(content: Buffer): Date {
  const number = createHash('sha256').update(content).digest().readUInt32BE();
  return new Date((FIRST_TIME_S + (number % TIME_SPAN_S)) * 1000);
}
