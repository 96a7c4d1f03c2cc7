import type { Generated } from 'kysely';

export interface GenreTable {
  id: string;
  name: string;
  description: Generated<string>;
}

export interface MovieGenreTable {
  movie_id: string;
  genre_id: string;
}
