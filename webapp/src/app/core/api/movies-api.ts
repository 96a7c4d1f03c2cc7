import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { lastValueFrom } from 'rxjs';
import { RUNTIME_CONFIG } from '../config/runtime-config';
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
  readonly #http = inject(HttpClient);
  readonly #url = inject(RUNTIME_CONFIG).apiUrl;

  list(query: MovieQuery): Promise<MoviePage> {
    const params = new HttpParams({ fromObject: { ...query } });
    return lastValueFrom(this.#http.get<MoviePage>(`${this.#url}/movies`, { params }));
  }

  get(movieId: string): Promise<MovieWithDetails> {
    return lastValueFrom(this.#http.get<MovieWithDetails>(`${this.#url}/movies/${movieId}`));
  }

  /** For administrators. Genres and directors are given by name; those that are unknown are made. */
  create(movie: NewMovie): Promise<MovieWithDetails> {
    return lastValueFrom(this.#http.post<MovieWithDetails>(`${this.#url}/movies`, movie));
  }

  /** For administrators. */
  patch(movieId: string, patch: MoviePatch): Promise<MovieWithDetails> {
    return lastValueFrom(this.#http.patch<MovieWithDetails>(`${this.#url}/movies/${movieId}`, patch));
  }

  /** For administrators. The film's images stay. */
  async remove(movieId: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/movies/${movieId}`));
  }

  /** Takes an image out of a film; the image stays. For its owner and for administrators. */
  async detachImage(movieId: string, imageId: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/movies/${movieId}/images/${imageId}`));
  }

  /** The years that have films, the latest first. */
  async years(): Promise<MovieYear[]> {
    const answer = this.#http.get<{ items: MovieYear[] }>(`${this.#url}/movies/years`);
    return (await lastValueFrom(answer)).items;
  }

  /** Those that have films, by name. */
  async genres(): Promise<Genre[]> {
    const answer = this.#http.get<{ items: Genre[] }>(`${this.#url}/genres`);
    return (await lastValueFrom(answer)).items;
  }

  /** For administrators. */
  patchGenre(genreId: string, patch: GenrePatch): Promise<Genre> {
    return lastValueFrom(this.#http.patch<Genre>(`${this.#url}/genres/${genreId}`, patch));
  }

  /**
   * Those that have films, by name.
   *
   * @param query `q` is part of the name, `limit` is 1 to 200
   */
  async directors(query: { q?: string; limit?: number } = {}): Promise<Director[]> {
    const params = new HttpParams({ fromObject: { ...query } });
    const answer = this.#http.get<{ items: Director[] }>(`${this.#url}/directors`, { params });
    return (await lastValueFrom(answer)).items;
  }

  /** For administrators. */
  patchDirector(directorId: string, patch: DirectorPatch): Promise<Director> {
    return lastValueFrom(this.#http.patch<Director>(`${this.#url}/directors/${directorId}`, patch));
  }

  async addFavourite(movieId: string): Promise<void> {
    await lastValueFrom(this.#http.put(`${this.#url}/favourites/${movieId}`, null));
  }

  async removeFavourite(movieId: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/favourites/${movieId}`));
  }
}
