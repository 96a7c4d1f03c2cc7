import { uint16, uint32 } from './bytes.ts';

export type TiffEntry = readonly [tag: number, value: TiffValue];

/** One number that fits is written as SHORT, several as LONG, texts as ASCII, bytes as UNDEFINED. */
export type TiffValue =
  | number
  | readonly number[]
  | string
  | Buffer
  | { rationals: readonly (readonly [number, number])[] }
  /** Bytes elsewhere in the file, and their offset as often as it is wanted. */
  | { placed: Buffer; times?: number }
  /** Directories elsewhere in the file. */
  | { directories: readonly TiffEntry[][] };

export interface TiffLayout {
  order?: 'le' | 'be';
  /** The two bytes after the byte order, 42 in every TIFF file, something else in some raw files. */
  magic?: number;
  /** Bytes between the header and the first directory. */
  preamble?: Buffer;
}

/** A TIFF structure of directories, each of which follows the last (TIFF 6.0, section 2). */
export function tiffOf(
  directories: readonly TiffEntry[][],
  { order = 'le', magic = 42, preamble = Buffer.alloc(0) }: TiffLayout = {},
): Buffer {
  let at = 8 + preamble.length;
  const header = [
    Buffer.from(order === 'le' ? 'II' : 'MM'),
    uint16[order](magic),
    uint32[order](at),
    preamble,
  ];
  const written = directories.map((entries, index) => {
    const { bytes, nextAt } = writeDirectory(entries, at, order);
    at += bytes.length;
    if (index < directories.length - 1) uint32[order](at).copy(bytes, nextAt);
    return bytes;
  });
  return Buffer.concat([...header, ...written]);
}

function writeDirectory(entries: readonly TiffEntry[], at: number, order: 'le' | 'be') {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const nextAt = 2 + sorted.length * 12;
  const beyond: Buffer[] = [];
  let free = at + nextAt + 4;
  const append = (bytes: Buffer) => {
    beyond.push(bytes);
    free += bytes.length;
    return free - bytes.length;
  };
  const placed = (value: TiffValue): TiffValue => {
    if (typeof value !== 'object') return value;
    if ('placed' in value) return Array(value.times ?? 1).fill(append(value.placed));
    if (!('directories' in value)) return value;
    return value.directories.map((nested) => append(writeDirectory(nested, free, order).bytes));
  };
  const fields = sorted.map(([tag, value]) => {
    const { type, count, data } = encoded(placed(value), order);
    const inline = data.length <= 4 ? Buffer.concat([data, Buffer.alloc(4)]).subarray(0, 4) : undefined;
    return Buffer.concat([
      uint16[order](tag, type),
      uint32[order](count),
      inline ?? uint32[order](append(data)),
    ]);
  });
  return {
    bytes: Buffer.concat([uint16[order](sorted.length), ...fields, Buffer.alloc(4), ...beyond]),
    nextAt,
  };
}

function encoded(value: TiffValue, order: 'le' | 'be'): { type: number; count: number; data: Buffer } {
  if (typeof value === 'string')
    return { type: 2, count: value.length + 1, data: Buffer.from(`${value}\0`, 'latin1') };
  if (Buffer.isBuffer(value)) return { type: 7, count: value.length, data: value };
  if (typeof value === 'object' && 'rationals' in value) {
    return { type: 5, count: value.rationals.length, data: uint32[order](...value.rationals.flat()) };
  }
  if (typeof value === 'number' && value < 65_536) return { type: 3, count: 1, data: uint16[order](value) };
  const numbers = typeof value === 'number' ? [value] : (value as readonly number[]);
  return { type: 4, count: numbers.length, data: uint32[order](...numbers) };
}
