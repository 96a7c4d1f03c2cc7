import type { ExifSummary } from '@movieflix/contracts';
import exifr from 'exifr';
import { isoDateTime, positiveNumber, shortText, signedNumber, withoutUndefined } from './exif-values.ts';
import type { Header } from './header.ts';

const TAGS = [
  'Make',
  'Model',
  'LensModel',
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'CreateDate',
  'OffsetTimeDigitized',
  'ExposureTime',
  'FNumber',
  'ISO',
  'FocalLength',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
  'GPSAltitude',
  'GPSAltitudeRef',
];

const BELOW_SEA_LEVEL = 1;

/** The few facts that are shown of an original's EXIF; whatever is missing, broken or absurd is left out. */
export async function readExif({ exif }: Header): Promise<ExifSummary> {
  if (exif === undefined) return {};
  // A picture is worth showing even where its EXIF is not readable.
  const tags = await exifr
    .parse(exif, { pick: TAGS, reviveValues: false, translateValues: false })
    .catch(() => ({}));
  return summarize(tags ?? {});
}

function summarize(tags: Record<string, unknown>): ExifSummary {
  return withoutUndefined<ExifSummary>({
    takenAt:
      isoDateTime(tags['DateTimeOriginal'], tags['OffsetTimeOriginal']) ??
      isoDateTime(tags['CreateDate'], tags['OffsetTimeDigitized']),
    cameraMake: shortText(tags['Make']),
    cameraModel: shortText(tags['Model']),
    lensModel: shortText(tags['LensModel']),
    exposureSeconds: positiveNumber(tags['ExposureTime']),
    fNumber: positiveNumber(tags['FNumber']),
    iso: positiveNumber(tags['ISO']),
    focalLengthMm: positiveNumber(tags['FocalLength']),
    ...place(tags),
  });
}

interface Place {
  latitude?: number;
  longitude?: number;
  altitudeMeters?: number | undefined;
}

/** Latitude and longitude together or not at all; cameras without a fix write zeros or nonsense. */
function place(tags: Record<string, unknown>): Place {
  const latitude = signedNumber(tags['latitude'], 90);
  const longitude = signedNumber(tags['longitude'], 180);
  if (latitude === undefined || longitude === undefined || (latitude === 0 && longitude === 0)) return {};
  const meters = signedNumber(tags['GPSAltitude'], 100_000);
  const isBelow = Number(tags['GPSAltitudeRef']) === BELOW_SEA_LEVEL;
  return { latitude, longitude, altitudeMeters: meters && isBelow ? -meters : meters };
}
