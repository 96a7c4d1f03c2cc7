import type { ImagePage } from '../core/api/api-types';
import { sizesOf, srcsetOf } from '../shared/picture/srcset';
import { ratioOf } from './layout/picture-ratio';
import { targetHeight } from './layout/target-height';

/** What is above the first row at least, in CSS pixels: one picture too many costs less than one too few. */
const ABOVE_PX = 120;
/** By then the page shows them. */
const KEPT_MS = 10_000;

/**
 * Fetches the thumbnails that the gallery's first window will show, before there is a page to show them. The rows may
 * come a little higher or lower than they aim for, so that now and then another rendition is shown than was fetched.
 */
export function fetchFirstThumbnails({ items }: ImagePage): void {
  const width = document.documentElement.clientWidth;
  const height = targetHeight(width);
  let room = width * Math.ceil((innerHeight - ABOVE_PX) / height);
  const pictures: HTMLImageElement[] = [];
  for (const image of items) {
    const pictureWidth = height * ratioOf(image);
    room -= pictureWidth;
    if (room < 0) break;
    if (image.thumbnails.length === 0) continue;
    const picture = new Image();
    picture.sizes = sizesOf(pictureWidth);
    picture.srcset = srcsetOf(image.thumbnails);
    pictures.push(picture);
  }
  setTimeout(() => pictures.splice(0), KEPT_MS);
}
