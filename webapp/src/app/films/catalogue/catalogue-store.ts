import { computed, Injectable, inject, signal } from '@angular/core';
import type { Movie, MoviePage } from '../../core/api/api-types';
import { MoviesApi } from '../../core/api/movies-api';
import { sentenceOf } from '../../core/errors/api-error';
import { SessionStore } from '../../core/session/session-store';
import { type FilmFilter, toMovieQuery } from './film-filter';

const RENEW_EVERY_MS = 60_000;

/** The films that the catalogue shows, loaded page by page. They stay while the visitor looks at one of them. */
@Injectable({ providedIn: 'root' })
export class CatalogueStore {
  readonly #api = inject(MoviesApi);
  readonly #session = inject(SessionStore);
  readonly #films = signal<readonly Movie[]>([]);
  readonly #nextCursor = signal<string | null>(null);
  readonly #hasLoaded = signal(false);
  readonly #isLoading = signal(false);
  readonly #error = signal('');
  #filter: FilmFilter | undefined;
  /** Whose films of which filter are held. */
  #listed = '';
  /** Counts the loads begun over, so that an answer to an earlier one is dropped. */
  #generation = 0;
  readonly #renewedAtMs = new Map<string, number>();

  readonly films = this.#films.asReadonly();
  readonly hasLoaded = this.#hasLoaded.asReadonly();
  readonly isLoading = this.#isLoading.asReadonly();
  /** Why films did not come: a sentence, or empty. */
  readonly error = this.#error.asReadonly();
  readonly hasMore = computed(() => this.#nextCursor() !== null);
  readonly isEmpty = computed(() => this.#hasLoaded() && this.#films().length === 0);
  /** The film that had the focus last, by id. */
  readonly activeId = signal('');

  /** Shows the films of a filter: at once those that are held, and then what has changed since. */
  async open(filter: FilmFilter): Promise<void> {
    const listed = JSON.stringify([filter, this.#session.token()]);
    const isHeld = listed === this.#listed && this.#hasLoaded();
    this.#listed = listed;
    this.#filter = filter;
    if (!isHeld) {
      this.#films.set([]);
      this.#nextCursor.set(null);
      this.#hasLoaded.set(false);
    }
    await this.reload();
  }

  /** Loads as many films again as are held, and shows them when all have come. */
  async reload(): Promise<void> {
    const held = this.#films().length;
    this.#generation += 1;
    await this.#load(null, async (first, load) => {
      let { items, nextCursor } = first;
      while (items.length < held && nextCursor !== null) {
        const next = await load(nextCursor);
        items = [...items, ...next.items];
        nextCursor = next.nextCursor;
      }
      return { items, nextCursor };
    });
  }

  async loadMore(): Promise<void> {
    const cursor = this.#nextCursor();
    if (cursor === null || this.#isLoading()) return;
    await this.#load(cursor, async ({ items, nextCursor }) => {
      const known = new Set(this.#films().map(({ id }) => id));
      return { items: [...this.#films(), ...items.filter(({ id }) => !known.has(id))], nextCursor };
    });
  }

  remove(movieId: string): void {
    this.#films.update((films) => films.filter(({ id }) => id !== movieId));
  }

  /** Asks for a film again whose poster did not load, because its signed addresses may have run out. */
  async renew(movieId: string): Promise<void> {
    const renewedAtMs = this.#renewedAtMs.get(movieId) ?? 0;
    if (Date.now() - renewedAtMs < RENEW_EVERY_MS) return;
    this.#renewedAtMs.set(movieId, Date.now());
    // Where this fails too, the drawn poster stays.
    const film = await this.#api.get(movieId).catch(() => undefined);
    if (film === undefined) return;
    this.#films.update((films) =>
      films.map((held) => (held.id === movieId ? { ...held, poster: film.poster } : held)),
    );
  }

  /** @param join makes of the first page that came what is to be shown; it may load more */
  async #load(
    cursor: string | null,
    join: (page: MoviePage, load: (cursor: string) => Promise<MoviePage>) => Promise<MoviePage>,
  ): Promise<void> {
    if (this.#filter === undefined) return;
    const query = toMovieQuery(this.#filter);
    const load = (from: string | null) =>
      this.#api.list({ ...query, ...(from !== null && { cursor: from }) });
    const generation = this.#generation;
    this.#isLoading.set(true);
    this.#error.set('');
    try {
      const { items, nextCursor } = await join(await load(cursor), load);
      if (generation !== this.#generation) return;
      this.#films.set(items);
      this.#nextCursor.set(nextCursor);
      this.#hasLoaded.set(true);
    } catch (error) {
      if (generation === this.#generation) this.#error.set(sentenceOf(error));
    } finally {
      if (generation === this.#generation) this.#isLoading.set(false);
    }
  }
}
