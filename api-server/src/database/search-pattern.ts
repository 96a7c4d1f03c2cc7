import { type Expression, sql } from 'kysely';

/** What has fewer characters has no trigram inside a word, but as the beginning of a word it has one. */
const TRIGRAM = 3;

/** Made lower case by the database like the searched text itself: JavaScript knows other letters. */
export function containing(q: string): Expression<string> {
  return sql<string>`lower(${`%${escapeLike(q)}%`})`;
}

/** For texts that are folded and begin with a space. */
export function containingFolded(q: string): Expression<string> {
  const start = [...q].length < TRIGRAM ? '% ' : '%';
  return sql<string>`folded(${`${start}${escapeLike(q)}%`})`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
