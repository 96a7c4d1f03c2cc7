import type { Image } from '../../core/api/api-types';

/** What is shown of an image before its size is known. */
const UNKNOWN_RATIO = 4 / 3;
/** What is longer or taller is cropped in the grid, lest one picture fills the window or is a line. */
const MIN_RATIO = 1 / 2;
const MAX_RATIO = 4;

/** Width divided by height of an image's place in the grid. */
export function ratioOf({ width, height }: Image): number {
  const ratio = width && height ? width / height : UNKNOWN_RATIO;
  return Math.min(MAX_RATIO, Math.max(MIN_RATIO, ratio));
}
