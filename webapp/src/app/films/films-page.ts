import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Movie } from '../core/api/api-types';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { EmptyPlace } from '../shared/empty-place/empty-place';
import { Icon } from '../shared/icon/icon';
import { CatalogueStore } from './catalogue/catalogue-store';
import { countedFilms } from './catalogue/counted';
import { isNarrowed, isOfMember, parseFilter } from './catalogue/film-filter';
import { FilmFilters } from './filters/film-filters';
import { PosterGrid } from './grid/poster-grid';
import { ListDeeds } from './lists/list-deeds';
import { ListsStore } from './lists/lists-store';
import { FilmPlaces } from './places/film-places';

/** The catalogue: all films, the member's favourites, or one of their lists. */
@Component({
  selector: 'mf-films-page',
  imports: [Button, EmptyPlace, FilmFilters, FilmPlaces, Icon, PosterGrid, RouterLink],
  templateUrl: './films-page.html',
  styleUrl: './films-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class FilmsPage {
  protected readonly t = texts;

  readonly #lists = inject(ListsStore);
  readonly #deeds = inject(ListDeeds);
  /** Back to the films from one of them: then the focus goes to that one. */
  readonly #isReturn = inject(Router).currentNavigation()?.trigger === 'popstate';
  protected readonly store = inject(CatalogueStore);
  protected readonly session = inject(SessionStore);
  protected readonly filters = viewChild(FilmFilters);
  protected readonly grid = viewChild(PosterGrid);
  protected readonly headline = viewChild.required<ElementRef<HTMLElement>>('headline');

  /** From the address, like those that follow. */
  readonly q = input<string>();
  readonly genre = input<string>();
  readonly director = input<string>();
  readonly decade = input<string>();
  readonly show = input<string>();
  readonly list = input<string>();
  readonly sort = input<string>();

  protected readonly filter = computed(
    () =>
      parseFilter({
        q: this.q(),
        genre: this.genre(),
        director: this.director(),
        decade: this.decade(),
        show: this.show(),
        list: this.list(),
        sort: this.sort(),
      }),
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly isNarrowed = computed(() => isNarrowed(this.filter()));
  /** A place of members, and nobody is signed in. */
  protected readonly isClosed = computed(() => isOfMember(this.filter()) && !this.session.isSignedIn());
  protected readonly heading = computed(() => {
    const { q, isFavourite, list } = this.filter();
    if (q !== '') return texts().shared.quoted(q);
    if (list !== '') return this.#lists.nameOf(list) ?? texts().films.aList;
    return isFavourite ? texts().films.favourites : texts().titles.films;
  });
  protected readonly count = computed(() =>
    this.store.hasLoaded() ? countedFilms(this.store.films().length, !this.store.hasMore()) : '',
  );
  protected readonly directorName = computed(() => {
    const directors = this.store.films().flatMap((film) => film.directors);
    return directors.find(({ id }) => id === this.filter().director)?.name ?? '';
  });
  protected readonly place = computed(() => {
    if (this.filter().list !== '') return 'lists';
    return this.filter().isFavourite ? 'favourites' : 'all';
  });

  constructor() {
    effect(() => {
      const filter = this.filter();
      this.session.token();
      if (this.isClosed()) return;
      untracked(() => {
        void this.store.open(filter);
        if (filter.list !== '') void this.#lists.load();
      });
    });
    if (this.#isReturn && this.store.hasLoaded()) {
      const focus = effect(() => {
        // The window is scrolled to its old place by itself.
        this.grid()?.focusActive({ preventScroll: true });
        if (this.grid()) focus.destroy();
      });
    }
  }

  protected async addToList(film: Movie): Promise<void> {
    await this.#deeds.chooseLists(film);
  }

  /** The focus moves to the film that takes the place of the one that went. */
  protected async takeFromList(film: Movie): Promise<void> {
    const isTaken = await this.#deeds.take(film, this.filter().list);
    if (!isTaken) return;
    if (this.store.isEmpty()) this.headline().nativeElement.focus();
    else this.grid()?.focusActive();
  }
}
