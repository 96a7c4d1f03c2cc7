import type { DirectorTable, MovieDirectorTable } from '../directors/director.table.ts';
import type { FavouriteTable } from '../favourites/favourite.table.ts';
import type { GenreTable, MovieGenreTable } from '../genres/genre.table.ts';
import type { ImageTable, RenditionTable, TagTable } from '../images/image.table.ts';
import type { MovieListItemTable, MovieListTable } from '../movie-lists/movie-list.table.ts';
import type { MovieTable } from '../movies/movie.table.ts';
import type { RateLimitTable } from '../rates/rate-limit.table.ts';
import type { RemovalTable } from '../removals/removal.table.ts';
import type { SampleTable } from '../samples/sample.table.ts';
import type { SessionTable } from '../sessions/session.table.ts';
import type { UserTable } from '../users/user.table.ts';

export interface Tables {
  users: UserTable;
  sessions: SessionTable;
  images: ImageTable;
  renditions: RenditionTable;
  tags: TagTable;
  movies: MovieTable;
  genres: GenreTable;
  movie_genres: MovieGenreTable;
  directors: DirectorTable;
  movie_directors: MovieDirectorTable;
  favourites: FavouriteTable;
  movie_lists: MovieListTable;
  movie_list_items: MovieListItemTable;
  removals: RemovalTable;
  rate_limits: RateLimitTable;
  samples: SampleTable;
}
