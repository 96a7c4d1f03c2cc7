import type { ImageMediaType } from '@movieflix/contracts';
import { Rejection } from '../rejection.ts';
import { rejectionOfForeignFile, unsupportedFormat } from './foreign-files.ts';
import { rawTypeByStart, rawTypeOfTiff } from './raw/raw-type.ts';

const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);
const AVIF_BRANDS: ReadonlySet<string> = new Set(['avif', 'avis']);

/**
 * The type of an image by its first bytes; its name and declared type do not matter.
 *
 * @throws Rejection where they are not those of an image that is decoded here
 */
export function sniffMediaType(bytes: Buffer): ImageMediaType {
  if (bytes.length === 0) throw new Rejection('empty', 'This file is empty: an image was expected.');
  const mediaType = mediaTypeOf(bytes.subarray(0, 512));
  if (mediaType === undefined) throw rejectionOfForeignFile(bytes.subarray(0, 512));
  return mediaType === 'image/tiff' ? tiffOrRaw(bytes) : mediaType;
}

function tiffOrRaw(tiff: Buffer): ImageMediaType {
  const rawType = rawTypeOfTiff(tiff);
  if (rawType === 'unknown') throw unsupportedFormat('a raw camera file');
  return rawType ?? 'image/tiff';
}

function mediaTypeOf(start: Buffer): ImageMediaType | undefined {
  const ascii = start.toString('latin1');
  if (ascii.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^RIFF.{4}WEBP/s.test(ascii)) return 'image/webp';
  if (/^GIF8[79]a/.test(ascii)) return 'image/gif';
  const rawType = rawTypeByStart(ascii);
  if (rawType) return rawType;
  // Classic and BigTIFF.
  if (/^(?:II[*+]\0|MM\0[*+])/.test(ascii)) return 'image/tiff';
  return mediaTypeOfBrands(brandsOf(start));
}

function mediaTypeOfBrands(brands: string[]): ImageMediaType | undefined {
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'image/avif';
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? 'image/heic' : undefined;
}

/** The major and compatible brands of an ISO base media file (ISO/IEC 14496-12, 4.3), none where it is not one. */
function brandsOf(start: Buffer): string[] {
  const ascii = start.toString('latin1');
  if (ascii.slice(4, 8) !== 'ftyp') return [];
  const compatible = ascii.slice(16, start.readUInt32BE(0)).match(/.{4}/gs) ?? [];
  return [ascii.slice(8, 12), ...compatible];
}
