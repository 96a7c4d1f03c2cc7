import { uint16 } from './bytes.ts';

/** A segment of a JPEG, such as APP1 with 0xe1. */
export function segment(marker: number, ...content: Buffer[]): Buffer {
  const data = Buffer.concat(content);
  return Buffer.concat([Buffer.from([0xff, marker]), uint16.be(2 + data.length), data]);
}

export function exifSegment(tiff: Buffer): Buffer {
  return segment(0xe1, Buffer.from('Exif\0\0', 'latin1'), tiff);
}

/** A JPEG with segments after its first marker. */
export function withSegments(jpeg: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}
