import { Injectable, inject } from '@angular/core';
import { ApiClient } from './api-client';
import type {
  Director,
  DirectorPatch,
  Genre,
  GenrePatch,
  MoviePage,
  MoviePatch,
  MovieWithDetails,
  MovieYear,
  NewMovie,
} from './api-types';

export interface MovieQuery {
  /** 1 to 100. */
  limit?: number;
  cursor?: string;
  /** Part of a title, the year or a director. */
  q?: string;
  /** The id of a genre. */
  genre?: string;
  /** The id of a director. */
  director?: string;
  yearFrom?: number;
  yearTo?: number;
  favourite?: boolean;
  /** The id of a list of the member. */
  list?: string;
  sort?: 'title' | 'newest' | 'oldest';
}

/** `/api/movies`, `/api/genres`, `/api/directors`, `/api/favourites`. Every method rejects with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class MoviesApi {
  readonly #api = inject(ApiClient);

  list(query: MovieQuery): Promise<MoviePage> {
    return this.#api.get('/movies', { ...query });
  }

  get(movieId: string): Promise<MovieWithDetails> {
    return this.#api.get(`/movies/${movieId}`);
  }

  /** For administrators. Genres and directors are given by name; those that are unknown are made. */
  create(movie: NewMovie): Promise<MovieWithDetails> {
    return this.#api.post('/movies', movie);
  }

  /** For administrators. */
  patch(movieId: string, patch: MoviePatch): Promise<MovieWithDetails> {
    return this.#api.patch(`/movies/${movieId}`, patch);
  }

  /** For administrators. The film's images stay. */
  remove(movieId: string): Promise<void> {
    return this.#api.delete(`/movies/${movieId}`);
  }

  /** Takes an image out of a film; the image stays. For its owner and for administrators. */
  detachImage(movieId: string, imageId: string): Promise<void> {
    return this.#api.delete(`/movies/${movieId}/images/${imageId}`);
  }

  /** The years that have films, the latest first. */
  async years(): Promise<MovieYear[]> {
    const { items } = await this.#api.get<{ items: MovieYear[] }>('/movies/years');
    return items;
  }

  /** Those that have films, by name. */
  async genres(): Promise<Genre[]> {
    const { items } = await this.#api.get<{ items: Genre[] }>('/genres');
    return items;
  }

  /** For administrators. */
  patchGenre(genreId: string, patch: GenrePatch): Promise<Genre> {
    return this.#api.patch(`/genres/${genreId}`, patch);
  }

  /**
   * Those that have films, by name.
   *
   * @param query `q` is part of the name, `limit` is 1 to 200
   */
  async directors(query: { q?: string; limit?: number } = {}): Promise<Director[]> {
    const { items } = await this.#api.get<{ items: Director[] }>('/directors', query);
    return items;
  }

  /** For administrators. */
  patchDirector(directorId: string, patch: DirectorPatch): Promise<Director> {
    return this.#api.patch(`/directors/${directorId}`, patch);
  }

  addFavourite(movieId: string): Promise<void> {
    return this.#api.put(`/favourites/${movieId}`);
  }

  removeFavourite(movieId: string): Promise<void> {
    return this.#api.delete(`/favourites/${movieId}`);
  }
}
