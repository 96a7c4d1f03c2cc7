import { locale, texts } from '../../core/language/texts';
import type { PosterFilm } from './drawing/draw-poster';

/** What a poster is to those who do not see it: `Poster of Metropolis, 1927, by Fritz Lang`. */
export function posterLabel({ title, year, directors }: PosterFilm): string {
  const { posterOf, posterBy } = texts().films;
  const [director] = directors;
  if (director === undefined) return posterOf(title, year);
  // Most films have one, and the format takes a phone some 20 ms to make.
  const names = directors.length === 1 ? director : new Intl.ListFormat(locale()).format(directors);
  return posterBy(title, year, names);
}
