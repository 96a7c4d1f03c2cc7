import type { PosterFilm } from './drawing/draw-poster';

/** What a poster is to those who do not see it: `Poster of Metropolis, 1927, by Fritz Lang`. */
export function posterLabel({ title, year, directors }: PosterFilm): string {
  const by = directors.length > 0 ? `, by ${directors.join(' and ')}` : '';
  return `Poster of ${title}, ${year}${by}`;
}
