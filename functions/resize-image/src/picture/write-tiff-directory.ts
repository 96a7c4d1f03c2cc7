import type { TiffField } from './raw/tiff-directory.ts';

export type TaggedField = readonly [tag: number, field: TiffField];

const ENTRY_BYTES = 12;

export type WriteNumber = (bytes: 2 | 4, value: number) => Buffer;

/** Writes whole numbers in a byte order. */
export function numbers(isLittleEndian: boolean): WriteNumber {
  return (bytes, value) => {
    const written = Buffer.alloc(bytes);
    if (isLittleEndian) written.writeUIntLE(value, 0, bytes);
    else written.writeUIntBE(value, 0, bytes);
    return written;
  };
}

/** The bytes of a directory with the values that lie behind it. */
export function bytesOf(fields: TaggedField[]): number {
  const beyond = fields.map(([, { data }]) => (data.length > 4 ? data.length : 0));
  return 2 + fields.length * ENTRY_BYTES + 4 + beyond.reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * A directory with the values behind it that do not fit into its entries (TIFF 6.0, section 2).
 *
 * @param at where it begins in the file
 */
export function directory(number: WriteNumber, at: number, fields: TaggedField[]): Buffer {
  let free = at + 2 + fields.length * ENTRY_BYTES + 4;
  const beyond: Buffer[] = [];
  const entries = fields.map(([tag, { type, count, data }]) => {
    const entry = [number(2, tag), number(2, type), number(4, count)];
    if (data.length <= 4) return Buffer.concat([...entry, data, Buffer.alloc(4 - data.length)]);
    beyond.push(data);
    free += data.length;
    return Buffer.concat([...entry, number(4, free - data.length)]);
  });
  return Buffer.concat([number(2, fields.length), ...entries, number(4, 0), ...beyond]);
}
