import type { Generated } from 'kysely';

export interface DirectorTable {
  id: string;
  name: string;
  bio: Generated<string>;
  /** Of the bio, as BCP 47 has it. */
  language: Generated<string>;
  born_year: number | null;
  died_year: number | null;
  /** The name in lower case and without accents, after a space; kept by the database. */
  search_text: Generated<string>;
}

export interface MovieDirectorTable {
  movie_id: string;
  director_id: string;
  /** From 1, in the order of the credits. */
  position: number;
}
