import { effect, Injectable, inject, signal } from '@angular/core';
import type { Movie } from '../../core/api/api-types';
import { MoviesApi } from '../../core/api/movies-api';
import { sentenceOf } from '../../core/errors/api-error';
import { Notices } from '../../core/notices/notices';
import { SessionStore } from '../../core/session/session-store';

type Film = Pick<Movie, 'id' | 'title' | 'isFavourite'>;

/**
 * The hearts that were set or taken here. Every page shows them at once, whatever it loaded before; a heart that the
 * API did not take goes back.
 */
@Injectable({ providedIn: 'root' })
export class Favourites {
  readonly #api = inject(MoviesApi);
  readonly #session = inject(SessionStore);
  readonly #notices = inject(Notices);
  readonly #changed = signal<ReadonlyMap<string, boolean>>(new Map());
  /** The last deed with each film, so that quick presses reach the API in their order. */
  readonly #last = new Map<string, Promise<void>>();

  constructor() {
    effect(() => {
      this.#session.token();
      this.#changed.set(new Map());
    });
  }

  has(film: Film): boolean {
    return this.#changed().get(film.id) ?? film.isFavourite;
  }

  async toggle(film: Film): Promise<void> {
    const isFavourite = !this.has(film);
    this.#set(film.id, isFavourite);
    const deed = (this.#last.get(film.id) ?? Promise.resolve()).then(() =>
      isFavourite ? this.#api.addFavourite(film.id) : this.#api.removeFavourite(film.id),
    );
    this.#last.set(
      film.id,
      deed.catch(() => undefined),
    );
    try {
      await deed;
    } catch (error) {
      if (this.#changed().get(film.id) === isFavourite) this.#set(film.id, !isFavourite);
      this.#notices.show({ text: `${film.title}: ${sentenceOf(error)}` });
    }
  }

  #set(movieId: string, isFavourite: boolean): void {
    this.#changed.update((changed) => new Map(changed).set(movieId, isFavourite));
  }
}
