import { uint16, uint32 } from './bytes.ts';

export type TiffEntry = readonly [tag: number, values: number | readonly number[] | string | Buffer];

const HEADER = Buffer.concat([Buffer.from('II*\0', 'latin1'), uint32.le(8)]);

/**
 * A little-endian TIFF structure of directories, each of which follows the last (TIFF 6.0, section 2). Numbers are
 * written as LONG, texts as ASCII, bytes as UNDEFINED.
 *
 * @param build gets the offset at which the directories end, where what they point at can lie
 */
export function tiffOf(
  directories: (TiffEntry[] | ((end: number) => TiffEntry[]))[],
  ...blocks: Buffer[]
): Buffer {
  const measured = directories.map((entries) => written(entries, 0, 0, 0).length);
  const end = HEADER.length + measured.reduce((sum, bytes) => sum + bytes, 0);
  let at = HEADER.length;
  const placed = directories.map((entries, index) => {
    const isLast = index === directories.length - 1;
    const directory = written(entries, at, isLast ? 0 : at + measured[index]!, end);
    at += directory.length;
    return directory;
  });
  return Buffer.concat([HEADER, ...placed, ...blocks]);
}

function written(
  entries: TiffEntry[] | ((end: number) => TiffEntry[]),
  at: number,
  next: number,
  end: number,
): Buffer {
  const sorted = [...(typeof entries === 'function' ? entries(end) : entries)].sort(([a], [b]) => a - b);
  const overflow: Buffer[] = [];
  let free = at + 2 + sorted.length * 12 + 4;
  const fields = sorted.map(([tag, values]) => {
    const { type, count, data } = encoded(values);
    const field = Buffer.concat([uint16.le(tag, type), uint32.le(count)]);
    if (data.length <= 4) return Buffer.concat([field, data, Buffer.alloc(4 - data.length)]);
    const place = uint32.le(free);
    overflow.push(data);
    free += data.length;
    return Buffer.concat([field, place]);
  });
  return Buffer.concat([uint16.le(sorted.length), ...fields, uint32.le(next), ...overflow]);
}

function encoded(values: TiffEntry[1]): { type: number; count: number; data: Buffer } {
  if (typeof values === 'string') {
    const data = Buffer.from(`${values}\0`, 'latin1');
    return { type: 2, count: data.length, data };
  }
  if (Buffer.isBuffer(values)) return { type: 7, count: values.length, data: values };
  const numbers = typeof values === 'number' ? [values] : [...values];
  return { type: 4, count: numbers.length, data: uint32.le(...numbers) };
}
