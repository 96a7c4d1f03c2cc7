import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { lastValueFrom } from 'rxjs';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import type { MovieList } from './api-types';

/** `/api/lists`: the member's own lists of films. Every method rejects with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class ListsApi {
  readonly #http = inject(HttpClient);
  readonly #url = `${inject(RUNTIME_CONFIG).apiUrl}/lists`;

  /**
   * All of them, by name.
   *
   * @param movieId each list then says whether it has this film
   */
  async list(movieId?: string): Promise<MovieList[]> {
    const params = movieId === undefined ? {} : { movie: movieId };
    const answer = this.#http.get<{ items: MovieList[] }>(this.#url, { params });
    return (await lastValueFrom(answer)).items;
  }

  create(name: string): Promise<MovieList> {
    return lastValueFrom(this.#http.post<MovieList>(this.#url, { name }));
  }

  rename(listId: string, name: string): Promise<MovieList> {
    return lastValueFrom(this.#http.patch<MovieList>(`${this.#url}/${listId}`, { name }));
  }

  /** Its films stay. */
  async remove(listId: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/${listId}`));
  }

  async add(listId: string, movieId: string): Promise<void> {
    await lastValueFrom(this.#http.put(`${this.#url}/${listId}/movies/${movieId}`, null));
  }

  async take(listId: string, movieId: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/${listId}/movies/${movieId}`));
  }
}
