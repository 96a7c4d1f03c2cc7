import { texts } from '../../core/language/texts';

/** What a genre is called in the language that is spoken: a well-known one by its name there, others as they are. */
export function genreName(name: string): string {
  const genres: Readonly<Record<string, string>> = texts().genres;
  return Object.hasOwn(genres, name) ? genres[name]! : name;
}

/** The genre that is called so: the name that the catalogue has for it. */
export function genreCalled(called: string): string {
  const isCalledSo = ([, spoken]: [string, string]) => spoken.toLowerCase() === called.toLowerCase();
  return Object.entries(texts().genres).find(isCalledSo)?.[0] ?? called;
}
