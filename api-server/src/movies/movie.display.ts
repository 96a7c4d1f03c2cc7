import { displayThumbnails } from '../images/image.display.ts';
import type { ImageUrls } from '../storage/image-urls.ts';
import { cursorAt, placeOf } from './movie.cursor.ts';
import type { Movie } from './movie.repository.ts';
import type { MovieSort } from './movie.schema.ts';

/** The one place that says what a film looks like in an answer. */
export function displayMovie(movie: Movie, urls: ImageUrls) {
  return {
    id: movie.id,
    title: movie.title,
    originalTitle: movie.original_title,
    year: movie.year,
    synopsis: movie.synopsis,
    language: movie.language,
    runtimeMinutes: movie.runtime_minutes,
    genres: movie.genres.map(({ id, name }) => ({ id, name })),
    directors: movie.directors.map(({ id, name }) => ({ id, name })),
    poster: movie.poster && displayPoster(movie.poster, urls),
    isFavourite: movie.is_favourite,
    createdAt: movie.created_at.toISOString(),
  };
}

export function displayMovieWithDetails(movie: Movie, urls: ImageUrls) {
  return {
    ...displayMovie(movie, urls),
    genres: movie.genres,
    directors: movie.directors.map(({ id, name, bio, language, born_year, died_year }) => ({
      id,
      name,
      bio,
      language,
      bornYear: born_year,
      diedYear: died_year,
    })),
  };
}

/** @param movies up to one more than the limit */
export function displayMoviePage(movies: Movie[], limit: number, sort: MovieSort, urls: ImageUrls) {
  const page = movies.slice(0, limit);
  const last = movies.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((movie) => displayMovie(movie, urls)),
    nextCursor: last === undefined ? null : cursorAt(placeOf(last, sort), sort),
  };
}

function displayPoster(poster: NonNullable<Movie['poster']>, urls: ImageUrls) {
  const { id, width, height, thumbhash } = poster;
  return { imageId: id, width, height, thumbhash, thumbnails: displayThumbnails(poster, urls) };
}
