import { ChangeDetectionStrategy, Component, inject, input, type OnInit, output } from '@angular/core';
import { FormBuilder, ReactiveFormsModule, type ValidatorFn, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import type { MovieWithDetails, NewMovie } from '../../core/api/api-types';
import { MoviesApi } from '../../core/api/movies-api';
import { locale, texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { FirstInvalid } from '../../shared/first-invalid/first-invalid';
import { createSubmission } from '../../shared/submission';
import { genreCalled, genreName } from '../genres/genre-name';
import { languageOfText, TextLanguage } from '../text-language/text-language';
import { MOST_NAMES, NamesField } from './names-field';

const WHOLE = Validators.pattern(/^\d+$/);

/** All that is written down of a film, sent together. */
@Component({
  selector: 'mf-film-form',
  imports: [
    Button,
    FirstInvalid,
    MatFormFieldModule,
    MatInput,
    NamesField,
    ReactiveFormsModule,
    RouterLink,
    TextLanguage,
  ],
  templateUrl: './film-form.html',
  styleUrl: './film-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmForm implements OnInit {
  protected readonly t = texts;
  protected readonly genreName = genreName;
  protected readonly genreCalled = genreCalled;

  readonly #api = inject(MoviesApi);
  readonly #formBuilder = inject(FormBuilder);

  /** The film to change, or null for a new one. */
  readonly film = input.required<MovieWithDetails | null>();
  readonly saved = output<MovieWithDetails>();

  protected readonly submission = createSubmission();
  protected readonly form = this.#formBuilder.group({
    title: this.#text('', [Validators.required, Validators.pattern(/\S/), Validators.maxLength(200)]),
    originalTitle: this.#text('', Validators.maxLength(200)),
    year: [null as number | null, [Validators.required, Validators.min(1870), Validators.max(2100), WHOLE]],
    runtimeMinutes: [null as number | null, [Validators.min(1), Validators.max(1000), WHOLE]],
    directors: this.#formBuilder.nonNullable.control<string[]>([], Validators.maxLength(MOST_NAMES)),
    genres: this.#formBuilder.nonNullable.control<string[]>([], Validators.maxLength(MOST_NAMES)),
    synopsis: this.#text('', Validators.maxLength(4000)),
    language: this.#text(locale()),
  });

  protected readonly knownDirectors = async (q: string): Promise<string[]> =>
    q === '' ? [] : (await this.#api.directors({ q, limit: 8 })).map(({ name }) => name);

  protected readonly knownGenres = async (text: string): Promise<string[]> => {
    const genres = await this.#api.genres();
    const names = genres.map(({ name }) => name);
    return names.filter((name) => genreName(name).toLowerCase().includes(text.toLowerCase()));
  };

  ngOnInit(): void {
    const film = this.film();
    if (film === null) return;
    const { title, originalTitle, year, runtimeMinutes, synopsis } = film;
    const language = languageOfText(synopsis, film.language);
    const directors = film.directors.map(({ name }) => name);
    const genres = film.genres.map(({ name }) => name);
    this.form.reset({ title, originalTitle, year, runtimeMinutes, synopsis, language, directors, genres });
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const { year, ...written } = this.form.getRawValue();
    const movie: NewMovie = { ...written, title: written.title.trim(), year: year ?? 0 };
    await this.submission.run(async () => {
      const film = this.film();
      this.saved.emit(await (film ? this.#api.patch(film.id, movie) : this.#api.create(movie)));
    });
  }

  #text(value: string, validators: ValidatorFn | ValidatorFn[] = []) {
    return this.#formBuilder.nonNullable.control(value, validators);
  }
}
