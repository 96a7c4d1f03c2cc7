import type { RawMediaType } from '@movieflix/contracts';
import { Rejection } from '../../rejection.ts';
import { isAdobeRgb } from '../colour/camera-colour.ts';
import { adobeRgbProfile } from '../colour/known-profiles.ts';
import { formatName } from '../format-names.ts';
import { cameraFacts } from './camera-facts.ts';
import { type EmbeddedJpeg, endOfJpeg, readJpeg } from './jpeg-segments.ts';

const SOI = Buffer.from([0xff, 0xd8]);
const START_OF_JPEG = Buffer.from([0xff, 0xd8, 0xff]);
/** Of a profile that fits into one segment (ICC.1:2010, B.4). */
const PROFILE_PREAMBLE = Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1');
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
  const others = largest.segments.filter((one) => !isExif(one));
  return Buffer.concat([SOI, exifSegment(facts), ...profileBesides(raw, largest.segments), ...others, scans]);
}

/** The profile of a preview in Adobe RGB that has none, as only EXIF says that, and not all of it is kept. */
function profileBesides(raw: Buffer, segments: Buffer[]): Buffer[] {
  const isAdobe = isAdobeRgb(raw) || segments.some((one) => isExif(one) && isAdobeRgb(one.subarray(10)));
  return isAdobe && !segments.some(isProfile) ? [segment(0xe2, PROFILE_PREAMBLE, adobeRgbProfile())] : [];
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
  return segment(0xe1, Buffer.from('Exif\0\0', 'latin1'), tiff);
}

function segment(marker: number, preamble: Buffer, content: Buffer): Buffer {
  const header = Buffer.from([0xff, marker, 0, 0]);
  header.writeUInt16BE(2 + preamble.length + content.length, 2);
  return Buffer.concat([header, preamble, content]);
}

function isExif(segment: Buffer): boolean {
  return segment[1] === 0xe1 && segment.toString('latin1', 4, 8) === 'Exif';
}

function isProfile(segment: Buffer): boolean {
  return segment[1] === 0xe2 && segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
}
