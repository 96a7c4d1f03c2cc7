import type { Pixels } from './pixels.ts';

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/**
 * An uncompressed TIFF file of RGB pixels, with alpha or without, and their colour profile (TIFF 6.0; the tag of the
 * profile is ICC.1:2010, B.4). Beside a PNG file it needs no checksums, which cost as much as decoding it.
 */
export function tiffOf({ data, width, height, channels }: Pixels, profile: Buffer): Buffer {
  const unassociatedAlpha: [number, number, number, number][] = channels === 4 ? [[338, SHORT, 1, 2]] : [];
  const directoryAt = HEADER_BYTES + data.length + (data.length % 2);
  const entryCount = 10 + unassociatedAlpha.length;
  const profileAt = directoryAt + 2 + entryCount * ENTRY_BYTES + 4;
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    // The same for every channel, though TIFF would have it once for each.
    [258, SHORT, 1, 8],
    [259, SHORT, 1, 1], // not compressed
    [262, SHORT, 1, 2], // RGB
    [273, LONG, 1, HEADER_BYTES],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    ...unassociatedAlpha,
    [34675, UNDEFINED, profile.length, profileAt],
  ];
  const header = Buffer.from('II*\0\0\0\0\0', 'latin1');
  header.writeUInt32LE(directoryAt, 4);
  return Buffer.concat([header, data, Buffer.alloc(data.length % 2), directory(entries), profile]);
}

function directory(entries: [tag: number, type: number, count: number, value: number][]): Buffer {
  const bytes = Buffer.alloc(2 + entries.length * ENTRY_BYTES + 4);
  bytes.writeUInt16LE(entries.length, 0);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 2 + index * ENTRY_BYTES;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  return bytes;
}
