import type { TiffField } from './tiff-directory.ts';

export type TaggedField = readonly [tag: number, field: TiffField];

export const EXIF_DIRECTORY = 0x8769;
export const GPS_DIRECTORY = 0x8825;

const HEADER_BYTES = 8;
const POINTER = { type: 4, count: 1 };

/** An EXIF block of three directories, of which the first points at the other two (Exif 3.0, 4.6). */
export function exifBlock(
  isLittleEndian: boolean,
  camera: TaggedField[],
  exposure: TaggedField[],
  place: TaggedField[],
): Buffer {
  const number = numbers(isLittleEndian);
  const pointers = (exposureAt: number, placeAt: number): TaggedField[] => [
    ...camera,
    [EXIF_DIRECTORY, { ...POINTER, data: number(4, exposureAt) }],
    [GPS_DIRECTORY, { ...POINTER, data: number(4, placeAt) }],
  ];
  const exposureAt = HEADER_BYTES + bytesOf(pointers(0, 0));
  const placeAt = exposureAt + bytesOf(exposure);
  return Buffer.concat([
    Buffer.from(isLittleEndian ? 'II' : 'MM'),
    number(2, 42),
    number(4, HEADER_BYTES),
    directory(number, HEADER_BYTES, pointers(exposureAt, placeAt)),
    directory(number, exposureAt, exposure),
    directory(number, placeAt, place),
  ]);
}

type WriteNumber = (bytes: 2 | 4, value: number) => Buffer;

function numbers(isLittleEndian: boolean): WriteNumber {
  return (bytes, value) => {
    const written = Buffer.alloc(bytes);
    if (isLittleEndian) written.writeUIntLE(value, 0, bytes);
    else written.writeUIntBE(value, 0, bytes);
    return written;
  };
}

function bytesOf(fields: TaggedField[]): number {
  const beyond = fields.map(([, { data }]) => (data.length > 4 ? data.length : 0));
  return 2 + fields.length * 12 + 4 + beyond.reduce((sum, bytes) => sum + bytes, 0);
}

function directory(number: WriteNumber, at: number, fields: TaggedField[]): Buffer {
  let free = at + 2 + fields.length * 12 + 4;
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
