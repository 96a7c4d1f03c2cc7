import type { Image } from '../../core/api/api-types';

/** Joins the next page, without what is already there. */
export function appendPage(loaded: readonly Image[], page: readonly Image[]): readonly Image[] {
  const known = new Set(loaded.map(({ id }) => id));
  return [...loaded, ...page.filter(({ id }) => !known.has(id))];
}

export function without(images: readonly Image[], imageId: string): readonly Image[] {
  return images.filter(({ id }) => id !== imageId);
}
