import type { RawMediaType } from '@movieflix/contracts';
import { firstDirectoryAt, numbersOf, readDirectory, type TiffDirectory, textOf } from './tiff-directory.ts';

/** Raw files that say what they are in their first bytes. */
const BY_START: readonly [RegExp, RawMediaType][] = [
  [/^II\*\0.{4}CR/s, 'image/x-canon-cr2'],
  [/^.{4}ftypcrx /s, 'image/x-canon-cr3'],
  [/^(?:IIR[OS]|MMOR)/, 'image/x-olympus-orf'],
  [/^IIU\0/, 'image/x-panasonic-rw2'],
  [/^FUJIFILMCCD-RAW/, 'image/x-fuji-raf'],
];

/** Raw files that are TIFF files, by who made the camera. */
const BY_MAKE: readonly [RegExp, RawMediaType][] = [
  [/^NIKON/i, 'image/x-nikon-nef'],
  [/^SONY/i, 'image/x-sony-arw'],
];

const NEW_SUBFILE_TYPE = 254;
const PHOTOMETRIC_INTERPRETATION = 262;
const MAKE = 271;
const SUB_IFDS = 330;
const DNG_VERSION = 0xc612;

/** Values of PhotometricInterpretation: the raw values of a sensor's filters, and those of all its colours (DNG 1.7). */
const CFA = 32_803;
const LINEAR_RAW = 34_892;

/** The type of a raw camera file by its first bytes, where they tell. */
export function rawTypeByStart(start: string): RawMediaType | undefined {
  return BY_START.find(([pattern]) => pattern.test(start))?.[1];
}

/**
 * The type of a raw camera file that is a TIFF file, `undefined` for other TIFF files, and `unknown` for raw files of
 * which it is not known where they keep their preview.
 */
export function rawTypeOfTiff(tiff: Buffer): RawMediaType | 'unknown' | undefined {
  const isBigTiff = tiff[2] === 43 || tiff[3] === 43;
  if (isBigTiff) return undefined;
  const first = readDirectory(tiff, firstDirectoryAt(tiff));
  if (first.fields.has(DNG_VERSION)) return 'image/x-adobe-dng';
  const parts = numbersOf(first, SUB_IFDS).slice(0, 10);
  const isRaw = isReduced(first) || [first, ...parts.map((at) => readDirectory(tiff, at))].some(isOfSensor);
  if (!isRaw) return undefined;
  return BY_MAKE.find(([pattern]) => pattern.test(textOf(first, MAKE)))?.[1] ?? 'unknown';
}

/** Raw files begin with a small preview, and say so (TIFF 6.0, NewSubfileType bit 0). */
function isReduced(directory: TiffDirectory): boolean {
  return ((numbersOf(directory, NEW_SUBFILE_TYPE)[0] ?? 0) & 1) === 1;
}

function isOfSensor(directory: TiffDirectory): boolean {
  const [photometric] = numbersOf(directory, PHOTOMETRIC_INTERPRETATION);
  return photometric === CFA || photometric === LINEAR_RAW;
}
