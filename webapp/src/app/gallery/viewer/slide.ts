import type { SlideData } from 'photoswipe';
import type { Image } from '../../core/api/api-types';
import { alternativeText } from '../../shared/picture/alternative-text';
import { srcsetOf } from '../../shared/picture/srcset';

/** What browsers can show of an original; the rest is shown by its largest rendition. */
const SHOWN_BY_BROWSERS = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'];

/** Of an animation: some seconds of a telephone's connection. */
const MOST_BYTES_UNASKED = 10_000_000;

/** An image as PhotoSwipe wants it: sized as the original, filled from the renditions. */
export function slideOf(image: Image): SlideData {
  const { thumbnails } = image;
  return {
    id: image.id,
    width: image.width ?? 0,
    height: image.height ?? 0,
    alt: alternativeText(image),
    src: thumbnails.at(-1)?.url ?? '',
    srcset: srcsetOf(thumbnails),
    msrc: thumbnails[0]?.url ?? '',
  };
}

/** Whether the original moves, and browsers can show it. */
export function isPlayable({ isAnimated, contentType }: Image): boolean {
  return isAnimated && SHOWN_BY_BROWSERS.includes(contentType);
}

/** Whether a playable image moves without being asked to: not for those who want less motion, and not at any size. */
export function playsByItself({ bytes }: Image, isCalm: boolean): boolean {
  return !isCalm && bytes <= MOST_BYTES_UNASKED;
}

/**
 * Whether the original shows more than the largest rendition.
 *
 * @param shownPixels width at which the picture is shown, in device pixels
 */
export function needsOriginal(image: Image, shownPixels: number): boolean {
  const largest = image.thumbnails.at(-1)?.width ?? 0;
  return (
    shownPixels > largest && (image.width ?? 0) > largest && SHOWN_BY_BROWSERS.includes(image.contentType)
  );
}
