import { Injectable, inject } from '@angular/core';
import { ApiClient } from './api-client';
import type { MovieList } from './api-types';

/** `/api/lists`: the member's own lists of films. Every method rejects with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class ListsApi {
  readonly #api = inject(ApiClient);

  /**
   * All of them, by name.
   *
   * @param movieId each list then says whether it has this film
   */
  async list(movieId?: string): Promise<MovieList[]> {
    const { items } = await this.#api.get<{ items: MovieList[] }>('/lists', { movie: movieId });
    return items;
  }

  create(name: string): Promise<MovieList> {
    return this.#api.post('/lists', { name });
  }

  rename(listId: string, name: string): Promise<MovieList> {
    return this.#api.patch(`/lists/${listId}`, { name });
  }

  /** Its films stay. */
  remove(listId: string): Promise<void> {
    return this.#api.delete(`/lists/${listId}`);
  }

  add(listId: string, movieId: string): Promise<void> {
    return this.#api.put(`/lists/${listId}/movies/${movieId}`);
  }

  take(listId: string, movieId: string): Promise<void> {
    return this.#api.delete(`/lists/${listId}/movies/${movieId}`);
  }
}
