import { sha256Hex, uuid } from '../http/formats.ts';

/** What an original carries with it, so that a database that lost its row can have it back. */
export interface OriginalFacts {
  /** The member's id. */
  ownerId: string;
  filename: string;
  sha256: Buffer;
}

/** S3 allows 2 KB for all names and values together; what is not the file name takes 119 bytes. */
const MAX_FILENAME_BYTES = 1800;

/**
 * The metadata of an original's object, by names without `x-amz-meta-`. The file name is percent-encoded UTF-8, because
 * headers are ASCII; one that is too long loses its end. The digest is there because S3 knows none of a whole object
 * that came in parts.
 */
export function originalMetadata({ ownerId, filename, sha256 }: OriginalFacts): Record<string, string> {
  return { owner: ownerId, filename: encodedFilename(filename), sha256: sha256.toString('hex') };
}

/** @returns `undefined` where an object carries no such metadata, or none that makes sense */
export function readOriginalMetadata(
  metadata: Readonly<Record<string, string>> | undefined,
): OriginalFacts | undefined {
  const owner = uuid.required().validate(metadata?.['owner']);
  const sha256 = sha256Hex.required().validate(metadata?.['sha256']);
  const filename = decodedFilename(metadata?.['filename'] ?? '');
  if (owner.error || sha256.error || filename === undefined) return undefined;
  return { ownerId: owner.value, filename, sha256: Buffer.from(sha256.value, 'hex') };
}

/** Cut between characters, never within the bytes of one. */
function encodedFilename(filename: string): string {
  let encoded = '';
  for (const character of filename.toWellFormed()) {
    const next = encoded + encodeURIComponent(character);
    if (next.length > MAX_FILENAME_BYTES) break;
    encoded = next;
  }
  return encoded;
}

function decodedFilename(encoded: string): string | undefined {
  try {
    const filename = decodeURIComponent(encoded);
    // As the table wants it; PostgreSQL counts characters, and holds any but U+0000.
    const { length } = [...filename];
    return length >= 1 && length <= 255 && !filename.includes('\0') ? filename : undefined;
  } catch {
    return undefined;
  }
}
