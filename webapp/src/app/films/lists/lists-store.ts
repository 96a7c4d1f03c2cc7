import { Injectable, inject, signal } from '@angular/core';
import type { MovieList } from '../../core/api/api-types';
import { ListsApi } from '../../core/api/lists-api';
import { sentenceOf } from '../../core/errors/api-error';

/** The member's lists, by name. Deeds reject with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class ListsStore {
  readonly #api = inject(ListsApi);
  readonly #lists = signal<readonly MovieList[] | null>(null);
  readonly #error = signal('');

  /** Null until they came. */
  readonly lists = this.#lists.asReadonly();
  /** Why they did not come: a sentence, or empty. */
  readonly error = this.#error.asReadonly();

  async load(): Promise<void> {
    this.#error.set('');
    try {
      this.#lists.set(await this.#api.list());
    } catch (error) {
      this.#lists.set(null);
      this.#error.set(sentenceOf(error));
    }
  }

  nameOf(listId: string): string | undefined {
    return this.#lists()?.find(({ id }) => id === listId)?.name;
  }

  async create(name: string): Promise<MovieList> {
    const list = await this.#api.create(name);
    await this.load();
    return list;
  }

  async rename(listId: string, name: string): Promise<void> {
    await this.#api.rename(listId, name);
    await this.load();
  }

  async remove(listId: string): Promise<void> {
    await this.#api.remove(listId);
    await this.load();
  }
}
