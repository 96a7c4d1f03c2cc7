import type { Thumbnail } from '../../core/api/api-types';

/** The renditions in the form of an `img`'s `srcset`. */
export function srcsetOf(thumbnails: readonly Thumbnail[]): string {
  return thumbnails.map(({ url, width }) => `${url} ${width}w`).join(', ');
}
