import type { Image } from '../../core/api/api-types';
import type { ImageQuery } from '../../core/api/images-api';

export type Show = 'all' | 'mine' | 'public';

/** What the gallery's address asks for. */
export interface GalleryQuery {
  q: string;
  show: Show;
  /** Of one film alone. */
  movieId?: string;
}

export const PAGE_SIZE = 100;

export function toImageQuery(query: GalleryQuery): ImageQuery {
  return {
    limit: PAGE_SIZE,
    ...(query.q !== '' && { q: query.q }),
    ...(query.show === 'mine' && { owner: 'me' }),
    ...(query.show === 'public' && { visibility: 'public' }),
    ...(query.movieId !== undefined && { movie: query.movieId }),
  };
}

/** Whether an image that was pushed belongs into the list. Whether it matches words only the API can tell. */
export function belongs(image: Image, query: GalleryQuery, isListed: boolean): boolean {
  if (image.trashedAt !== null) return false;
  if (query.show === 'public' && image.visibility !== 'public') return false;
  if (query.movieId !== undefined && image.movieId !== query.movieId) return false;
  return query.q === '' || isListed;
}

export function parseShow(value: string | undefined): Show {
  return value === 'mine' || value === 'public' ? value : 'all';
}
