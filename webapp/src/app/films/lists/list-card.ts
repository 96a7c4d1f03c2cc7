import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Movie, MovieList } from '../../core/api/api-types';
import { MoviesApi } from '../../core/api/movies-api';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { countedFilms } from '../catalogue/counted';
import { Poster } from '../poster/poster';

const POSTERS = 4;

/** One list: its first posters side by side, its name, and what can be done with it. */
@Component({
  selector: 'mf-list-card',
  imports: [Button, Poster, RouterLink],
  templateUrl: './list-card.html',
  styleUrl: './list-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListCard {
  protected readonly t = texts;

  readonly #api = inject(MoviesApi);
  readonly list = input.required<MovieList>();
  readonly rename = output();
  readonly remove = output();

  protected readonly posters = signal<readonly { film: Movie; directors: string[] }[]>([]);
  protected readonly places = computed(() =>
    Array.from({ length: POSTERS }, (_, place) => this.posters()[place]),
  );
  protected readonly count = computed(() => countedFilms(this.list().movieCount, true));

  constructor() {
    effect(() => void this.#load(this.list().id));
  }

  async #load(listId: string): Promise<void> {
    // Where they do not come, their places stay empty.
    const page = await this.#api.list({ list: listId, limit: POSTERS }).catch(() => undefined);
    const films = page?.items ?? [];
    this.posters.set(films.map((film) => ({ film, directors: film.directors.map(({ name }) => name) })));
  }
}
