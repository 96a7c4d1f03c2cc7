import type { RawMediaType } from '@movieflix/contracts';
import { Rejection } from '../../rejection.ts';
import { formatName } from '../format-names.ts';
import { cameraFacts } from './camera-facts.ts';
import { type EmbeddedJpeg, endOfJpeg, readJpeg } from './jpeg-segments.ts';

const SOI = Buffer.from([0xff, 0xd8]);
const START_OF_JPEG = Buffer.from([0xff, 0xd8, 0xff]);
/** Raw files of tiles have some thousands of lossless JPEGs in them. */
const MAX_CANDIDATES = 20_000;

/** A preview whose longer side has fewer pixels is a thumbnail, which would be wrong to show for the photograph. */
const MIN_LONGER_SIDE = 640;

/**
 * The largest JPEG inside of a raw camera file, as if the camera had saved it alone: with the file's own orientation
 * and facts, where it has them, instead of the preview's.
 *
 * Wherever a maker keeps its previews, they are found by their own first bytes.
 *
 * @throws Rejection `unsupported-format` where there is none of a useful size
 */
export function previewOf(raw: Buffer, contentType: RawMediaType): Buffer {
  const largest = largestJpeg(raw);
  if (largest === undefined || Math.max(largest.width, largest.height) < MIN_LONGER_SIDE) {
    throw new Rejection(
      'unsupported-format',
      `This ${formatName(contentType)} file has no preview that could be shown. ` +
        'Please develop it to JPEG and upload that.',
    );
  }
  const scans = raw.subarray(largest.scanAt, endOfJpeg(raw, largest.scanAt));
  const facts = cameraFacts(raw, contentType);
  if (facts === undefined) return Buffer.concat([SOI, ...largest.segments, scans]);
  return Buffer.concat([SOI, exifSegment(facts), ...largest.segments.filter((one) => !isExif(one)), scans]);
}

function largestJpeg(raw: Buffer): EmbeddedJpeg | undefined {
  let largest: EmbeddedJpeg | undefined;
  let at = raw.indexOf(START_OF_JPEG);
  for (let candidate = 0; at !== -1 && candidate < MAX_CANDIDATES; candidate += 1) {
    const jpeg = readJpeg(raw, at);
    if (jpeg && jpeg.width * jpeg.height > (largest ? largest.width * largest.height : 0)) largest = jpeg;
    at = raw.indexOf(START_OF_JPEG, at + 1);
  }
  return largest;
}

function exifSegment(tiff: Buffer): Buffer {
  const preamble = Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1');
  preamble.writeUInt16BE(preamble.length - 2 + tiff.length, 2);
  return Buffer.concat([preamble, tiff]);
}

function isExif(segment: Buffer): boolean {
  return segment[1] === 0xe1 && segment.toString('latin1', 4, 8) === 'Exif';
}
