import type { RawMediaType } from '@movieflix/contracts';
import type { TaggedField } from '../write-tiff-directory.ts';
import { canonBox } from './canon-boxes.ts';
import { EXIF_DIRECTORY, exifBlock, GPS_DIRECTORY } from './exif-block.ts';
import { firstDirectoryAt, numbersOf, readDirectory, type TiffDirectory } from './tiff-directory.ts';

const MAKE = 271;

/** Make, model, orientation. */
const OF_CAMERA = [MAKE, 272, 274];
/** Exposure, f-number, ISO, moments with their offsets, focal length, lens. */
const OF_EXPOSURE = [0x829a, 0x829d, 0x8827, 0x9003, 0x9004, 0x9011, 0x9012, 0x920a, 0xa434];
/** Latitude, longitude, altitude, each with its reference. */
const OF_PLACE = [1, 2, 3, 4, 5, 6];

/** Longer values are none of those tags. */
const MAX_FIELD_BYTES = 1000;

/**
 * What a raw file's own directories say of the photograph, as an EXIF block of a few hundred bytes; nothing where
 * they do not even name the camera.
 */
export function cameraFacts(raw: Buffer, contentType: RawMediaType): Buffer | undefined {
  const [camera, exposure, place] = directoriesOf(raw, contentType);
  if (!camera?.fields.has(MAKE)) return undefined;
  return exifBlock(
    camera.isLittleEndian,
    pick(camera, OF_CAMERA),
    pick(exposure, OF_EXPOSURE),
    pick(place, OF_PLACE),
  );
}

function directoriesOf(raw: Buffer, contentType: RawMediaType): (TiffDirectory | undefined)[] {
  if (contentType === 'image/x-canon-cr3') {
    return ['CMT1', 'CMT2', 'CMT4'].map((type) => {
      const box = canonBox(raw, type);
      return box && readDirectory(box, firstDirectoryAt(box));
    });
  }
  const camera = readDirectory(raw, firstDirectoryAt(raw));
  const linked = (tag: number) => readDirectory(raw, numbersOf(camera, tag)[0] ?? 0);
  return [camera, linked(EXIF_DIRECTORY), linked(GPS_DIRECTORY)];
}

function pick(directory: TiffDirectory | undefined, tags: number[]): TaggedField[] {
  return [...(directory?.fields ?? [])].filter(
    ([tag, { data }]) => tags.includes(tag) && data.length <= MAX_FIELD_BYTES,
  );
}
