import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Movie } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { Icon } from '../../shared/icon/icon';
import { Heart } from '../favourites/heart';
import { Poster } from '../poster/poster';

/** One film of the grid: its poster, a link to its page, and what a member can do with it. */
@Component({
  selector: 'mf-film-tile',
  imports: [Heart, Icon, Poster, RouterLink],
  templateUrl: './film-tile.html',
  styleUrl: './film-tile.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmTile {
  protected readonly t = texts;

  readonly film = input.required<Movie>();
  /** CSS pixels. */
  readonly width = input.required<number>();
  readonly isMember = input(false);
  /** Whether it is shown in a list, and so can be taken out of it. */
  readonly isInList = input(false);
  /** Whether the grid's one tab stop is here. */
  readonly isActive = input(false);

  readonly broken = output();
  readonly addToList = output();
  readonly takeFromList = output();

  protected readonly directors = computed(() => this.film().directors.map(({ name }) => name));
  protected readonly facts = computed(() => [this.film().year, ...this.directors()].join(' · '));
  protected readonly tabIndex = computed(() => (this.isActive() ? 0 : -1));
}
