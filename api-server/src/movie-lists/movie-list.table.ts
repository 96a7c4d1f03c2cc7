import type { Generated } from 'kysely';

export interface MovieListTable {
  id: string;
  user_id: string;
  name: string;
  created_at: Generated<Date>;
}

export interface MovieListItemTable {
  list_id: string;
  movie_id: string;
  added_at: Generated<Date>;
}
