import { bytesOf, directory, numbers, type TaggedField } from '../write-tiff-directory.ts';

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
