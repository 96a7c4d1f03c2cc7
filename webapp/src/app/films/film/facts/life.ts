/** `1890 – 1976`, `born 1942`, `died 1976`, or nothing. */
export function lifeWords(bornYear: number | null, diedYear: number | null): string {
  if (bornYear !== null && diedYear !== null) return `${bornYear} – ${diedYear}`;
  if (bornYear !== null) return `born ${bornYear}`;
  return diedYear === null ? '' : `died ${diedYear}`;
}
