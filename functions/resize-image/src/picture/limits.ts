import { MAX_ORIGINAL_PIXELS } from '@movieflix/contracts';
import { Rejection } from '../rejection.ts';
import type { Header } from './header.ts';

/**
 * What a decoder may hold of one picture. With what the process has besides, that stays below the 1536 MiB that the
 * function has at least.
 */
export const MAX_HELD_BYTES = 900_000_000;

/** @throws Rejection where the picture has more pixels than are decoded, before any is */
export function assertWithinLimits({ width, height, heldBytesPerPixel }: Header): void {
  const limit = Math.min(MAX_ORIGINAL_PIXELS, MAX_HELD_BYTES / heldBytesPerPixel);
  if (width * height <= limit) return;
  const megapixels = (pixels: number) => Math.round(pixels / 1_000_000).toLocaleString('en');
  throw new Rejection(
    'too-many-pixels',
    `This picture is too large: at most ${megapixels(limit)} megapixels of its kind can be shown, ` +
      `and it has ${megapixels(width * height)} (${width} x ${height}).`,
  );
}
