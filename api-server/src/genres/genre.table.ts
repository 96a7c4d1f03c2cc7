import type { Generated } from 'kysely';

export interface GenreTable {
  id: string;
  name: string;
  description: Generated<string>;
  /** Of the description, as BCP 47 has it. */
  language: Generated<string>;
}

export interface MovieGenreTable {
  movie_id: string;
  genre_id: string;
}
