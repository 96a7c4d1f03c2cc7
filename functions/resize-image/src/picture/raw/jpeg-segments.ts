/** A JPEG inside of a larger file. */
export interface EmbeddedJpeg {
  width: number;
  height: number;
  /** Before its first scan, without the marker SOI, each with its marker. */
  segments: Buffer[];
  /** Where its first scan begins in the file. */
  scanAt: number;
}

const SOI_BYTES = 2;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Baseline, extended and progressive (T.81, table B.1); the lossless ones carry a sensor's values. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** More than cameras write; what has more is no JPEG. */
const MAX_SEGMENTS = 100;

/** Reads a JPEG's segments up to its first scan; nothing where they are not those of a picture that can be shown. */
export function readJpeg(file: Buffer, startAt: number): EmbeddedJpeg | undefined {
  const segments: Buffer[] = [];
  let [width, height] = [0, 0];
  let at = startAt + SOI_BYTES;
  while (segments.length < MAX_SEGMENTS && at + 10 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1]!;
    if (marker === START_OF_SCAN)
      return width * height > 0 ? { width, height, segments, scanAt: at } : undefined;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (FRAMES.has(marker)) {
      const isShowable = file[at + 4] === 8;
      if (!isShowable) return undefined;
      [height, width] = [file.readUInt16BE(at + 5), file.readUInt16BE(at + 7)];
    }
    segments.push(file.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Where a JPEG ends whose first scan begins at `scanAt`: after its marker EOI, or with the file where that lacks. */
export function endOfJpeg(file: Buffer, scanAt: number): number {
  let at = scanAt;
  while (at !== -1 && at + 4 <= file.length) {
    const marker = file[at + 1]!;
    if (marker === END_OF_IMAGE) return at + 2;
    // In a scan, 0 escapes a byte of data; 1 and D0 to D7 are markers without a length.
    const isPlain = marker <= 1 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    const next = isPlain ? at + 1 : at + 2 + file.readUInt16BE(at + 2);
    at = file.indexOf(0xff, next);
  }
  return file.length;
}
