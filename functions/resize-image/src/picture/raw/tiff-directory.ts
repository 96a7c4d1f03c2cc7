/** One field of a TIFF directory, its values as they stand in the file. */
export interface TiffField {
  type: number;
  count: number;
  data: Buffer;
}

/** A directory of a TIFF structure: fields by tag, and its byte order. */
export interface TiffDirectory {
  isLittleEndian: boolean;
  fields: Map<number, TiffField>;
}

const ENTRY_BYTES = 12;
/** By type: BYTE, ASCII, SHORT, LONG, RATIONAL, the signed and real ones, IFD (TIFF 6.0, section 2). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** The offset of the first directory, after the byte order and a number that cameras choose as they like. */
export function firstDirectoryAt(tiff: Buffer): number {
  if (tiff.length < 8) return 0;
  return isLittleEndian(tiff) ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
}

/** Reads a directory; whatever lies outside of the file or has no known type is left out. */
export function readDirectory(tiff: Buffer, at: number): TiffDirectory {
  const fields = new Map<number, TiffField>();
  const isLittle = isLittleEndian(tiff);
  const { short, long } = readers(tiff, isLittle);
  const entries = at > 0 && at + 2 <= tiff.length ? short(at) : 0;
  for (let entry = 0; entry < entries; entry += 1) {
    const place = at + 2 + entry * ENTRY_BYTES;
    if (place + ENTRY_BYTES > tiff.length) break;
    const [type, count] = [short(place + 2), long(place + 4)];
    const bytes = (TYPE_BYTES[type] ?? 0) * count;
    const start = bytes > 4 ? long(place + 8) : place + 8;
    if (bytes === 0 || start + bytes > tiff.length) continue;
    fields.set(short(place), { type, count, data: tiff.subarray(start, start + bytes) });
  }
  return { isLittleEndian: isLittle, fields };
}

const BYTE = 1;
const SHORT = 3;
const LONG = 4;
const IFD = 13;

/** The whole numbers of a field of type BYTE, SHORT, LONG or IFD, none of any other. */
export function numbersOf({ isLittleEndian: isLittle, fields }: TiffDirectory, tag: number): number[] {
  const { type = 0, count = 0, data = Buffer.alloc(0) } = fields.get(tag) ?? {};
  const { short, long } = readers(data, isLittle);
  if (type === BYTE) return [...data];
  if (type === SHORT) return Array.from({ length: count }, (_, index) => short(index * 2));
  return type === LONG || type === IFD ? Array.from({ length: count }, (_, index) => long(index * 4)) : [];
}

/** The text of a field, empty where there is none. */
export function textOf({ fields }: TiffDirectory, tag: number): string {
  return fields.get(tag)?.data.toString('latin1') ?? '';
}

function isLittleEndian(tiff: Buffer): boolean {
  return tiff.toString('latin1', 0, 2) === 'II';
}

function readers(bytes: Buffer, isLittle: boolean) {
  return {
    short: (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
}
