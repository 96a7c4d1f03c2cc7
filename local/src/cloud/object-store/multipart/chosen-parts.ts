import { CloudError } from '../../cloud-error.ts';
import { elementsOf, malformedXml, readXml, textOf } from '../xml/read-xml.ts';
import type { Part } from './upload.table.ts';

/** What a CompleteMultipartUpload document names. */
export interface NamedPart {
  partNumber: number;
  /** Without quotes. */
  etag: string;
  /** Base64 by element name, such as `ChecksumSHA256`. */
  checksums: Record<string, string>;
}

const MAX_PARTS = 10_000;
const MIN_PART_BYTES = 5 * 1024 * 1024;
const CHECKSUM_ELEMENTS = ['ChecksumCRC32', 'ChecksumCRC32C', 'ChecksumSHA1', 'ChecksumSHA256'];

/** @throws CloudError 400 MalformedXML */
export function readNamedParts(document: string): NamedPart[] {
  const root = 'CompleteMultipartUpload';
  const parts = elementsOf(readXml(document, root), 'Part').map((part) => ({
    partNumber: Number(textOf(part, 'PartNumber')),
    etag: (textOf(part, 'ETag') ?? '').replaceAll('"', ''),
    checksums: Object.fromEntries(
      CHECKSUM_ELEMENTS.flatMap((name) => {
        const value = textOf(part, name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  }));
  const wrong = parts.some((part) => !Number.isInteger(part.partNumber) || part.etag === '');
  if (wrong || parts.length === 0 || parts.length > MAX_PARTS) throw malformedXml(root);
  return parts;
}

/**
 * The parts of the finished object, in its order.
 *
 * @throws CloudError 400 InvalidPartOrder, InvalidPart or EntityTooSmall
 */
export function chooseParts(arrived: readonly Part[], named: readonly NamedPart[]): Part[] {
  if (named.some((part, index) => index > 0 && part.partNumber <= (named[index - 1]?.partNumber ?? 0))) {
    throw new CloudError(
      400,
      'InvalidPartOrder',
      'The list of parts was not in ascending order. The parts list must be specified in order by part number.',
    );
  }
  const byNumber = new Map(arrived.map((part) => [part.partNumber, part]));
  const chosen = named.map((part) => {
    const found = byNumber.get(part.partNumber);
    if (found && isSamePart(found, part)) return found;
    throw new CloudError(
      400,
      'InvalidPart',
      'One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part.',
      { PartNumber: String(part.partNumber), ETag: part.etag.slice(0, 100) },
    );
  });
  const small = chosen.slice(0, -1).find((part) => part.bytes < MIN_PART_BYTES);
  if (!small) return chosen;
  throw new CloudError(
    400,
    'EntityTooSmall',
    'Your proposed upload is smaller than the minimum allowed size',
    {
      PartNumber: String(small.partNumber),
      ProposedSize: String(small.bytes),
      MinSizeAllowed: String(MIN_PART_BYTES),
    },
  );
}

function isSamePart(part: Part, named: NamedPart): boolean {
  const isSameChecksum = Object.entries(named.checksums).every(
    ([name, value]) => name === `Checksum${part.checksumAlgorithm}` && value === part.checksum,
  );
  return part.md5 === named.etag && isSameChecksum;
}
