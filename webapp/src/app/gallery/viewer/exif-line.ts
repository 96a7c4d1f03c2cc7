import type { Exif } from '../../core/api/api-types';
import { locale } from '../../core/language/texts';

/** Camera, lens and exposure in one line, as a photographer would write it; empty where nothing is known. */
export function exifLine(exif: Exif | null): string {
  if (exif === null) return '';
  return [cameraName(exif), exif.lensModel, ...exposureParts(exif)].filter(Boolean).join(' · ');
}

function exposureParts(exif: Exif): (string | undefined)[] {
  return [
    exif.focalLengthMm && `${round(exif.focalLengthMm)} mm`,
    exif.fNumber && `f/${round(exif.fNumber)}`,
    exif.exposureSeconds && exposureTime(exif.exposureSeconds),
    exif.iso && `ISO ${exif.iso}`,
  ].map((part) => part || undefined);
}

/** The maker once: most models begin with it. */
function cameraName({ cameraMake, cameraModel }: Exif): string | undefined {
  if (!cameraMake || !cameraModel) return cameraModel ?? cameraMake;
  const brand = cameraMake.split(' ')[0]!.toLowerCase();
  return cameraModel.toLowerCase().startsWith(brand) ? cameraModel : `${cameraMake} ${cameraModel}`;
}

/** `1/250 s`, `0.5 s` as `1/2 s`, `2.5 s`. */
function exposureTime(seconds: number): string {
  const isFraction = seconds <= 0.5;
  return isFraction ? `1/${Math.round(1 / seconds)} s` : `${round(seconds)} s`;
}

function round(value: number): string {
  return value.toLocaleString(locale(), { maximumFractionDigits: 1, useGrouping: false });
}
