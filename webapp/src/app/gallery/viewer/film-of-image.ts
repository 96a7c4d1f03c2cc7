import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Image, Movie } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import { MoviesApi } from '../../core/api/movies-api';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { createSubmission } from '../../shared/submission';
import { FilmField } from './film-field';

/** The film that an image belongs to, which its owner sets and clears. */
@Component({
  selector: 'mf-film-of-image',
  imports: [Button, FilmField, RouterLink],
  templateUrl: './film-of-image.html',
  styleUrl: './film-of-image.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmOfImage {
  protected readonly t = texts;

  readonly #images = inject(ImagesApi);
  readonly #movies = inject(MoviesApi);

  readonly image = input.required<Image>();
  readonly isOwn = input.required<boolean>();
  readonly changed = output<Image>();

  protected readonly submission = createSubmission();
  readonly #movieId = computed(() => this.image().movieId);
  /** Null while it is on the way, and where there is none. */
  protected readonly film = signal<Pick<Movie, 'id' | 'title' | 'year'> | null>(null);

  constructor() {
    effect(() => {
      const movieId = this.#movieId();
      untracked(() => void this.#load(movieId));
    });
  }

  protected async set(film: Pick<Movie, 'id' | 'title' | 'year'> | null): Promise<void> {
    const { id } = this.image();
    await this.submission.run(async () => {
      const image = await this.#images.patch(id, { movieId: film?.id ?? null });
      this.film.set(film);
      this.changed.emit(image);
    });
  }

  async #load(movieId: string | null): Promise<void> {
    if (movieId === this.film()?.id) return;
    this.film.set(null);
    if (movieId === null) return;
    // Where it does not come, the rest of the details is there all the same.
    const film = await this.#movies.get(movieId).catch(() => null);
    if (movieId === this.#movieId()) this.film.set(film);
  }
}
