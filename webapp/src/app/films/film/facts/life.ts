import { texts } from '../../../core/language/texts';
/** `1890 – 1976`, `born 1942`, `died 1976`, or nothing. */
export function lifeWords(bornYear: number | null, diedYear: number | null): string {
  if (bornYear !== null && diedYear !== null) return `${bornYear} – ${diedYear}`;
  const { born, died } = texts().film.facts;
  if (bornYear !== null) return born(bornYear);
  return diedYear === null ? '' : died(diedYear);
}
