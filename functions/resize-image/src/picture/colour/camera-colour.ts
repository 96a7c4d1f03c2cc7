import { EXIF_DIRECTORY } from '../raw/exif-block.ts';
import {
  firstDirectoryAt,
  numbersOf,
  readDirectory,
  type TiffDirectory,
  textOf,
} from '../raw/tiff-directory.ts';

const INTEROPERABILITY_DIRECTORY = 0xa005;
const INTEROPERABILITY_INDEX = 1;

/** DCF's optional colour space (CIPA DC-009, 3.2.4): cameras write it instead of a profile for Adobe RGB. */
const ADOBE_RGB = 'R03';

/** Whether an EXIF block says that the picture is in Adobe RGB. */
export function isAdobeRgb(exif: Buffer): boolean {
  const linked = (from: TiffDirectory, tag: number) => readDirectory(exif, numbersOf(from, tag)[0] ?? 0);
  const camera = readDirectory(exif, firstDirectoryAt(exif));
  const interoperability = linked(linked(camera, EXIF_DIRECTORY), INTEROPERABILITY_DIRECTORY);
  return textOf(interoperability, INTEROPERABILITY_INDEX).startsWith(ADOBE_RGB);
}
