import { MAX_ORIGINAL_PIXELS } from '@movieflix/contracts';
import { Rejection } from '../rejection.ts';
import type { Header } from './header.ts';

/**
 * The largest picture whose decoder holds all of it in memory, in pixels: with four bytes a pixel and the
 * decoder's own planes beside them, 100 megapixels stay below a gigabyte.
 */
export const MAX_PIXELS_DECODED_WHOLE = 100_000_000;

/** @throws Rejection where the picture has more pixels than are decoded, before any is */
export function assertWithinLimits({ width, height, isDecodedWhole }: Header): void {
  const limit = isDecodedWhole ? MAX_PIXELS_DECODED_WHOLE : MAX_ORIGINAL_PIXELS;
  if (width * height <= limit) return;
  const megapixels = (pixels: number) => Math.round(pixels / 1_000_000).toLocaleString('en');
  throw new Rejection(
    'too-many-pixels',
    `This picture is too large: at most ${megapixels(limit)} megapixels of its kind can be shown, ` +
      `and it has ${megapixels(width * height)} (${width} x ${height}).`,
  );
}
