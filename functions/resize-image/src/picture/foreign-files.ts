import { Rejection } from '../rejection.ts';
import { DECODED_FORMATS } from './format-names.ts';

/** Pictures that other programs read, by how they start. */
const FOREIGN_PICTURES: readonly [RegExp, string][] = [
  [/^\s*(?:<\?xml.*)?<svg/is, 'an SVG drawing'],
  [/^8BPS/, 'a Photoshop document'],
  [/^BM.{4}\0\0\0\0/s, 'a Windows bitmap'],
  [/^(?:\xff\n|\0{3}.JXL )/s, 'a JPEG XL picture'],
  [/^(?:\xffO\xffQ|\0{3}.jP {2})/s, 'a JPEG 2000 picture'],
  [/^(?:\0MRM|FOVb)/, 'a raw camera file'],
  [/^.{4}ftyp(?:mif1|msf1)/s, 'a HEIF picture of a kind that is not known here'],
];

/** Files that are no pictures, by how they start. */
const OTHER_FILES: readonly [RegExp, string][] = [
  [/^\s*(?:<!doctype html|<html|<head|<body|<script)/i, 'a web page'],
  [/^%PDF/, 'a PDF document'],
  [/^PK[^ -~]{2}/, 'a ZIP archive or an office document'],
  [/^(?:.{4}(?:ftyp|moov|mdat)|.E\xdf\xa3|RIFF.{4}AVI )/s, 'a video'],
  [/^(?:ID3|RIFF.{4}WAVE|OggS|fLaC)/s, 'a sound recording'],
  [/^(?:\x7fELF|MZ)/, 'a program'],
  [/^\s*<\?xml/i, 'an XML document'],
  [/^\s*[{[]\s*["{[\]}]/, 'a JSON document'],
];

/** Why a file that starts like this is refused, in words that a person understands. */
export function rejectionOfForeignFile(start: Buffer): Rejection {
  const ascii = start.toString('latin1');
  const picture = FOREIGN_PICTURES.find(([pattern]) => pattern.test(ascii));
  if (picture) return unsupportedFormat(picture[1]);
  const other =
    OTHER_FILES.find(([pattern]) => pattern.test(ascii))?.[1] ?? (isText(start) ? 'plain text' : undefined);
  if (other) return new Rejection('not-an-image', `This file is not an image: it looks like ${other}.`);
  return new Rejection(
    'not-an-image',
    `This file is not an image: it starts with the bytes ${start.subarray(0, 4).toString('hex')}, ` +
      `and no ${DECODED_FORMATS} file does.`,
  );
}

/** The refusal of a real picture whose format is not decoded here; `name` with its article. */
export function unsupportedFormat(name: string): Rejection {
  return new Rejection(
    'unsupported-format',
    `This file is ${name}, which cannot be shown here. Please save it as ${DECODED_FORMATS} and upload that.`,
  );
}

/** Whether it reads as UTF-8 without control characters; the last character may be cut. */
function isText(start: Buffer): boolean {
  const text = new TextDecoder().decode(start, { stream: true });
  return !/[[\p{Cc}\ufffd]--[\t\n\v\f\r]]/v.test(text);
}
