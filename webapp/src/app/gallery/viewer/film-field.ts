import { ChangeDetectionStrategy, Component, inject, output, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatAutocompleteModule, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { catchError, debounceTime, from, of, Subject, switchMap } from 'rxjs';
import type { Movie } from '../../core/api/api-types';
import { MoviesApi } from '../../core/api/movies-api';
import { texts } from '../../core/language/texts';

const SUGGEST_AFTER_MS = 150;
const SUGGESTIONS = 8;

/** Finds a film by part of its title, its year or its director. */
@Component({
  selector: 'mf-film-field',
  imports: [MatAutocompleteModule, MatFormFieldModule, MatInput],
  template: `
    <mat-form-field appearance="outline">
      <mat-label>{{ t().viewer.film.label }}</mat-label>
      <input #field matInput autocomplete="off" [matAutocomplete]="films" (input)="look(field.value)" (focus)="look(field.value)"
        (keydown.escape)="closeList($event)" />
      <mat-hint>{{ hint() }}</mat-hint>
      <mat-autocomplete #films="matAutocomplete" [displayWith]="titleOf" (optionSelected)="chosen.emit($event.option.value)">
        @for (film of found(); track film.id) {
          <mat-option [value]="film">{{ film.title }} ({{ film.year }})</mat-option>
        }
      </mat-autocomplete>
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmField {
  protected readonly t = texts;

  readonly #api = inject(MoviesApi);
  readonly #typed = new Subject<string>();
  readonly chosen = output<Movie>();

  protected readonly trigger = viewChild.required(MatAutocompleteTrigger);
  protected readonly found = signal<readonly Movie[]>([]);
  protected readonly hint = signal('');

  constructor() {
    const find = (q: string) => this.#api.list({ limit: SUGGESTIONS, ...(q !== '' && { q }) });
    this.#typed
      .pipe(
        debounceTime(SUGGEST_AFTER_MS),
        switchMap((q) => from(find(q)).pipe(catchError(() => of(null)))),
        takeUntilDestroyed(),
      )
      .subscribe((page) => {
        this.found.set(page?.items ?? []);
        this.hint.set(
          page === null
            ? texts().viewer.film.didNotCome
            : page.items.length === 0
              ? texts().viewer.film.noMatch
              : '',
        );
      });
  }

  protected look(text: string): void {
    this.#typed.next(text.trim());
  }

  /** Escape closes the list first, and only then what the field is in. */
  protected closeList(event: Event): void {
    if (!this.trigger().panelOpen) return;
    event.stopPropagation();
    this.trigger().closePanel();
  }

  protected readonly titleOf = (film: Movie | null): string => film?.title ?? '';
}
