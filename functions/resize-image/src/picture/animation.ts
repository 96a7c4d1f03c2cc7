import sharp from 'sharp';
import { decoding } from './decoding.ts';
import type { Header } from './header.ts';
import { pixelsOf } from './pixels.ts';

/** Of a frame's thumbnail a channel is one colour where it spans no more than this, of 255. */
const BLANK_SPAN = 8;
const THUMBNAIL_SIDE = 64;

/** Frames are decoded one after the other, so a late one costs all before it. */
const MAX_PIXELS_ON_THE_WAY = 400_000_000;

/**
 * The number of the frame that stands for an animation: the first, or where that is of one colour, as films begin
 * with black, the first of some later ones that is not.
 *
 * @throws Rejection `broken`
 */
export async function representativeFrame(original: Buffer, header: Header): Promise<number> {
  const { frames, width, height } = header;
  if (frames === 1) return 0;
  const last = Math.min(frames - 1, Math.floor(MAX_PIXELS_ON_THE_WAY / (width * height)));
  for (const frame of new Set([0, 1, last >> 2, last >> 1, last])) {
    if (!(await isBlank(original, header, frame))) return frame;
  }
  return 0;
}

async function isBlank(original: Buffer, { contentType }: Header, page: number): Promise<boolean> {
  const side = THUMBNAIL_SIDE;
  const frame = sharp(original, { page, failOn: 'truncated', limitInputPixels: false }).resize(side, side, {
    fit: 'fill',
  });
  const { data, channels } = await decoding(contentType, () => pixelsOf(frame));
  const lowest = Array<number>(channels).fill(255);
  const highest = Array<number>(channels).fill(0);
  data.forEach((value, index) => {
    const channel = index % channels;
    lowest[channel] = Math.min(lowest[channel]!, value);
    highest[channel] = Math.max(highest[channel]!, value);
  });
  return highest.every((value, channel) => value - lowest[channel]! <= BLANK_SPAN);
}

/** Whether it is an AVIF that moves: a still with a film beside it. */
export function isAvifSequence(original: Buffer): boolean {
  return original.toString('latin1', 4, 12) === 'ftypavis';
}

/** The still of an AVIF that moves, which libvips does not open by the brand of the film. */
export function stillOfAvifSequence(original: Buffer): Buffer {
  const still = Buffer.from(original);
  still.write('avif', 8, 'latin1');
  return still;
}
