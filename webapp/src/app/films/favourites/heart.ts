import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Movie } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { Icon } from '../../shared/icon/icon';
import { Favourites } from './favourites';

/** The button that makes a film a favourite, for members. It takes its looks from where it stands. */
@Component({
  selector: 'button[mfHeart]',
  imports: [Icon],
  template: `<mf-icon name="heart" /><ng-content />`,
  styles: `
    :host(.set) {
      color: var(--mat-sys-primary);
    }

    :host(.set) mf-icon {
      --mf-icon-fill: currentcolor;
    }
  `,
  host: {
    type: 'button',
    '[class.set]': 'isSet()',
    '[attr.aria-pressed]': 'isSet()',
    '[attr.aria-label]': 't().films.favourite(film().title)',
    '(click)': 'favourites.toggle(film())',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Heart {
  protected readonly t = texts;

  protected readonly favourites = inject(Favourites);
  readonly film = input.required<Pick<Movie, 'id' | 'title' | 'isFavourite'>>({ alias: 'mfHeart' });
  protected readonly isSet = computed(() => this.favourites.has(this.film()));
}
