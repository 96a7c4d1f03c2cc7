import { unsupportedFormat } from './foreign-files.ts';

const NEW_SUBFILE_TYPE = 254;
const DNG_VERSION = 0xc612;
const ENTRY_BYTES = 12;

/**
 * Raw camera files (DNG, NEF, ARW) are TIFF files whose first picture is a small preview; showing that one for
 * the photograph would be wrong. They say so in their first directory (TIFF 6.0, NewSubfileType bit 0).
 *
 * @throws Rejection `unsupported-format`
 */
export function assertNotRawCameraFile(tiff: Buffer): void {
  const isLittleEndian = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittleEndian ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittleEndian ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const isClassic = tiff.length >= 8 && short(2) === 42;
  const directory = isClassic ? long(4) : tiff.length;
  if (directory + 2 > tiff.length) return;
  const entries = Math.min(short(directory), Math.floor((tiff.length - directory - 2) / ENTRY_BYTES));
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    const isReduced = short(at) === NEW_SUBFILE_TYPE && (long(at + 8) & 1) === 1;
    if (isReduced || short(at) === DNG_VERSION) throw unsupportedFormat('a raw camera file');
  }
}
