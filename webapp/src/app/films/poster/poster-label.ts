import { locale, texts } from '../../core/language/texts';
import type { PosterFilm } from './drawing/draw-poster';

/** What a poster is to those who do not see it: `Poster of Metropolis, 1927, by Fritz Lang`. */
export function posterLabel({ title, year, directors }: PosterFilm): string {
  const { posterOf, posterBy } = texts().films;
  if (directors.length === 0) return posterOf(title, year);
  return posterBy(title, year, new Intl.ListFormat(locale()).format(directors));
}
