import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { locale, texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { CatalogueStore } from '../catalogue/catalogue-store';
import type { FilmFilter, FilmParams } from '../catalogue/film-filter';
import { genreName } from '../genres/genre-name';
import { DirectorField } from './director-field';
import { FilterChoices } from './filter-choices';

/** What narrows and orders the catalogue. Every choice goes into the address, so that Back undoes it. */
@Component({
  selector: 'mf-film-filters',
  imports: [Button, DirectorField],
  templateUrl: './film-filters.html',
  styleUrl: './film-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmFilters {
  protected readonly t = texts;

  readonly #router = inject(Router);
  protected readonly first = viewChild.required<ElementRef<HTMLSelectElement>>('first');
  protected readonly choices = inject(FilterChoices);

  readonly filter = input.required<FilmFilter>();
  /** The name of the chosen director, as far as the films tell it. */
  readonly directorName = input.required<string>();
  /** Whether a button here takes back what was chosen. */
  readonly canClear = input.required<boolean>();

  protected readonly genres = computed(() => {
    const genres = this.choices.genres().map((genre) => ({ ...genre, called: genreName(genre.name) }));
    return genres.sort((one, other) => one.called.localeCompare(other.called, locale()));
  });

  constructor() {
    const { hasLoaded } = inject(CatalogueStore);
    // The films themselves come first, and are drawn.
    const firstFilms = effect(() => {
      if (!hasLoaded()) return;
      firstFilms.destroy();
      setTimeout(() => this.choices.load());
    });
  }

  protected async choose(params: FilmParams): Promise<void> {
    const entries = Object.entries(params).map(([name, value]) => [name, value || null]);
    await this.#router.navigate(['/films'], {
      queryParams: Object.fromEntries(entries),
      queryParamsHandling: 'merge',
    });
  }

  /** The button goes with what it clears, so the focus moves to the first filter. */
  async clear(): Promise<void> {
    this.first().nativeElement.focus();
    await this.choose({ q: '', genre: '', director: '', decade: '' });
  }
}
