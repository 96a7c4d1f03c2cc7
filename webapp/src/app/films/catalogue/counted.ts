import { texts } from '../../core/language/texts';
/** How many films there are, in words. @param isAll whether no more are to come */
export function countedFilms(count: number, isAll: boolean): string {
  const { films } = texts();
  if (!isAll) return films.moreThan(count);
  return count === 0 ? films.none : films.count(count);
}
