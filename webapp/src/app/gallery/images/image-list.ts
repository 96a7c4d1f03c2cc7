import type { Image } from '../../core/api/api-types';
import type { ImageChange } from '../../core/events/image-change';

/**
 * A list, newest first, after a change that the API pushed.
 *
 * @param belongs whether an image that is not yet in the list belongs there
 * @param isComplete whether older images than the last one are known to not exist
 */
export function mergeChange(
  images: readonly Image[],
  change: ImageChange,
  belongs: (image: Image) => boolean,
  isComplete: boolean,
): readonly Image[] {
  if (change.type === 'image.removed') return without(images, change.imageId);
  const { image } = change;
  const isListed = images.some(({ id }) => id === image.id);
  if (!belongs(image)) return isListed ? without(images, image.id) : images;
  if (isListed) return images.map((listed) => (listed.id === image.id ? image : listed));
  const place = images.findIndex((listed) => isNewer(image, listed));
  if (place >= 0) return images.toSpliced(place, 0, image);
  // Older than all that is loaded: the page that holds it comes by scrolling.
  return isComplete ? [...images, image] : images;
}

/**
 * Joins the first page, asked for again, to what is loaded: what the page covers is replaced by it, older images
 * stay.
 */
export function mergeFirstPage(
  loaded: readonly Image[],
  page: readonly Image[],
  isOnlyPage: boolean,
): readonly Image[] {
  const last = page.at(-1);
  if (isOnlyPage || last === undefined) return page;
  return [...page, ...loaded.filter((image) => isNewer(last, image))];
}

/** Joins the next page, without what is already there. */
export function appendPage(loaded: readonly Image[], page: readonly Image[]): readonly Image[] {
  const known = new Set(loaded.map(({ id }) => id));
  return [...loaded, ...page.filter(({ id }) => !known.has(id))];
}

export function without(images: readonly Image[], imageId: string): readonly Image[] {
  return images.filter(({ id }) => id !== imageId);
}

/** Ids are UUIDs of version 7, which sort by the time they were made. */
function isNewer(image: Image, other: Image): boolean {
  return image.id > other.id;
}
