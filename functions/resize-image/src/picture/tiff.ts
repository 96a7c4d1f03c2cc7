import type { Pixels } from './pixels.ts';
import { directory, numbers, type TaggedField } from './write-tiff-directory.ts';

const HEADER_BYTES = 8;
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/**
 * An uncompressed TIFF file of RGB pixels, with alpha or without, and their colour profile (TIFF 6.0; the tag of the
 * profile is ICC.1:2010, B.4). Beside a PNG file it needs no checksums, which cost as much as decoding it.
 */
export function tiffOf({ data, width, height, channels }: Pixels, profile: Buffer): Buffer {
  const number = numbers(true);
  const short = (tag: number, value: number): TaggedField => [
    tag,
    { type: SHORT, count: 1, data: number(2, value) },
  ];
  const long = (tag: number, value: number): TaggedField => [
    tag,
    { type: LONG, count: 1, data: number(4, value) },
  ];
  const padding = Buffer.alloc(data.length % 2);
  const directoryAt = HEADER_BYTES + data.length + padding.length;
  const fields: TaggedField[] = [
    long(256, width),
    long(257, height),
    // The same for every channel, though TIFF would have it once for each.
    short(258, 8),
    short(259, 1), // not compressed
    short(262, 2), // RGB
    long(273, HEADER_BYTES),
    short(277, channels),
    long(278, height),
    long(279, data.length),
    ...(channels === 4 ? [short(338, 2)] : []), // alpha, not premultiplied
    [34675, { type: UNDEFINED, count: profile.length, data: profile }],
  ];
  const header = [Buffer.from('II'), number(2, 42), number(4, directoryAt)];
  return Buffer.concat([...header, data, padding, directory(number, directoryAt, fields)]);
}
