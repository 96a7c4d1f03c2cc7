import { computed, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { MovieWithDetails } from '../../core/api/api-types';
import { MoviesApi } from '../../core/api/movies-api';
import { ApiError, sentenceOf } from '../../core/errors/api-error';
import { ImageEvents } from '../../core/events/image-events';

/** An address that names no film, or is none. */
const MISSING = [400, 404];

const RENEW_EVERY_MS = 60_000;

/** The film of the page that is open. */
@Injectable()
export class FilmStore {
  readonly #api = inject(MoviesApi);
  readonly #film = signal<MovieWithDetails | null>(null);
  readonly #isMissing = signal(false);
  readonly #error = signal('');
  #movieId = '';
  #renewedAtMs = 0;

  readonly film = this.#film.asReadonly();
  readonly isMissing = this.#isMissing.asReadonly();
  /** Why it did not come: a sentence, or empty. */
  readonly error = this.#error.asReadonly();
  readonly isLoading = computed(() => this.#film() === null && !this.#isMissing() && this.#error() === '');

  constructor() {
    inject(ImageEvents)
      .reconnections.pipe(takeUntilDestroyed())
      .subscribe(() => this.reload());
  }

  async open(movieId: string): Promise<void> {
    this.#movieId = movieId;
    if (this.#film()?.id !== movieId) this.#film.set(null);
    await this.reload();
  }

  async reload(): Promise<void> {
    const movieId = this.#movieId;
    this.#isMissing.set(false);
    this.#error.set('');
    try {
      const film = await this.#api.get(movieId);
      if (movieId === this.#movieId) this.#film.set(film);
    } catch (error) {
      if (movieId === this.#movieId) this.#fail(error);
    }
  }

  /** Asks for the film again whose poster did not load, because its signed addresses may have run out. */
  async renew(): Promise<void> {
    if (Date.now() - this.#renewedAtMs < RENEW_EVERY_MS) return;
    this.#renewedAtMs = Date.now();
    await this.reload();
  }

  /** Shows what the API answered to a change. */
  show(film: MovieWithDetails): void {
    if (film.id === this.#movieId) this.#film.set(film);
  }

  #fail(error: unknown): void {
    const isMissing = error instanceof ApiError && MISSING.includes(error.statusCode);
    if (isMissing) this.#film.set(null);
    this.#isMissing.set(isMissing);
    if (!isMissing) this.#error.set(sentenceOf(error));
  }
}
