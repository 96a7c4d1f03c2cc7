import type { Generated } from 'kysely';

export interface FavouriteTable {
  user_id: string;
  movie_id: string;
  created_at: Generated<Date>;
}
