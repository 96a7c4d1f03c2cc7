import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { texts } from '../../core/language/texts';
import { type Pill, PillNav } from '../../shared/pill-nav/pill-nav';

export type FilmPlace = 'all' | 'favourites' | 'lists';

const NOTHING_KEPT = { show: null, list: null };

/** What a member has of the films: all of them, the favourites, and lists. What narrows them stays from place to place. */
@Component({
  selector: 'mf-film-places',
  imports: [PillNav],
  template: `<mf-pill-nav [label]="t().films.which" [pills]="pills()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmPlaces {
  protected readonly t = texts;

  readonly here = input.required<FilmPlace>();
  protected readonly pills = computed<Pill[]>(() => {
    const { films, titles } = texts();
    const favourites = { ...NOTHING_KEPT, show: 'favourites' };
    return [
      { label: films.all, link: '/films', params: NOTHING_KEPT, isHere: this.here() === 'all' },
      { label: films.favourites, link: '/films', params: favourites, isHere: this.here() === 'favourites' },
      { label: titles.lists, link: '/films/lists', params: null, isHere: this.here() === 'lists' },
    ];
  });
}
