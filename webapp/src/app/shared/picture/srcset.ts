import type { Thumbnail } from '../../core/api/api-types';

/**
 * What part of its pixels a picture needs on a dense screen, where nobody sees the missing ones. Without this a phone
 * fetches the next larger thumbnail for a few of them, which is three times the bytes.
 */
const DENSE_SHARE = 0.8;

/** How wide a picture is drawn, in the form of an `img`'s `sizes`. @param width CSS pixels */
export function sizesOf(width: number): string {
  const pixels = (share: number) => `${Math.ceil(share * width)}px`;
  return `(min-resolution: 1.5x) ${pixels(DENSE_SHARE)}, ${pixels(1)}`;
}

/** The renditions in the form of an `img`'s `srcset`. */
export function srcsetOf(thumbnails: readonly Thumbnail[]): string {
  return thumbnails.map(({ url, width }) => `${url} ${width}w`).join(', ');
}
