import { Injectable, inject, signal } from '@angular/core';
import type { Director, Genre, MovieYear } from '../../core/api/api-types';
import { MoviesApi } from '../../core/api/movies-api';

export interface Decade {
  /** Its first year. */
  decade: number;
  movieCount: number;
}

const DIRECTORS = 200;

/** What the catalogue can be narrowed to. Empty until it came; where it does not come, nothing can be chosen. */
@Injectable({ providedIn: 'root' })
export class FilterChoices {
  readonly #api = inject(MoviesApi);
  readonly #genres = signal<readonly Genre[]>([]);
  readonly #decades = signal<readonly Decade[]>([]);
  readonly #directors = signal<readonly Director[]>([]);

  readonly genres = this.#genres.asReadonly();
  readonly decades = this.#decades.asReadonly();
  /** The first of them all, or of those whose name has what was typed. */
  readonly directors = this.#directors.asReadonly();

  async load(): Promise<void> {
    const quietly = () => undefined;
    await Promise.all([
      this.#api.genres().then((genres) => this.#genres.set(genres), quietly),
      this.#api.years().then((years) => this.#decades.set(decadesOf(years)), quietly),
      this.findDirectors(''),
    ]);
  }

  async findDirectors(q: string): Promise<void> {
    const query = { limit: DIRECTORS, ...(q !== '' && { q }) };
    const directors = await this.#api.directors(query).catch(() => undefined);
    if (directors) this.#directors.set(directors);
  }
}

/** @param years the latest first, and so are the decades */
export function decadesOf(years: readonly MovieYear[]): Decade[] {
  const counts = new Map<number, number>();
  for (const { year, movieCount } of years) {
    const decade = year - (year % 10);
    counts.set(decade, (counts.get(decade) ?? 0) + movieCount);
  }
  return [...counts].map(([decade, movieCount]) => ({ decade, movieCount }));
}
