import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { MovieWithDetails } from '../../../core/api/api-types';
import { Dialogs } from '../../../core/dialogs/dialogs';
import { texts } from '../../../core/language/texts';
import { SessionStore } from '../../../core/session/session-store';
import { Icon } from '../../../shared/icon/icon';
import { Heart } from '../../favourites/heart';
import { genreName } from '../../genres/genre-name';
import { ListDeeds } from '../../lists/list-deeds';
import { Poster } from '../../poster/poster';
import type { FilmDirector, FilmGenre } from './about/about';
import { AdminDeeds } from './admin-deeds';
import { PosterDeeds } from './poster-deeds';
import { runtimeWords } from './runtime';

/** A film's poster and what is known of it. Genres and directors open what is known of them. */
@Component({
  selector: 'mf-film-facts',
  imports: [AdminDeeds, Heart, Icon, Poster, PosterDeeds],
  templateUrl: './film-facts.html',
  styleUrl: './film-facts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmFacts {
  protected readonly t = texts;
  protected readonly genreName = genreName;

  readonly #dialogs = inject(Dialogs);
  protected readonly session = inject(SessionStore);
  protected readonly lists = inject(ListDeeds);

  readonly film = input.required<MovieWithDetails>();
  readonly changed = output<MovieWithDetails>();
  /** Something that belongs to the film was changed. */
  readonly outdated = output();
  readonly posterBroken = output();

  protected readonly isAdmin = this.session.isAdmin;
  protected readonly directorNames = computed(() => this.film().directors.map(({ name }) => name));
  protected readonly line = computed(() => {
    const { year, runtimeMinutes } = this.film();
    return [String(year), ...(runtimeMinutes === null ? [] : [runtimeWords(runtimeMinutes)])].join(' · ');
  });

  protected async tellOfGenre(data: FilmGenre): Promise<void> {
    const { GenreDialog } = await import('./about/genre-dialog');
    this.#reloadIf(await this.#dialogs.open(GenreDialog, { data }));
  }

  protected async tellOfDirector(data: FilmDirector): Promise<void> {
    const { DirectorDialog } = await import('./about/director-dialog');
    this.#reloadIf(await this.#dialogs.open(DirectorDialog, { data }));
  }

  #reloadIf(isChanged: unknown): void {
    if (isChanged === true) this.outdated.emit();
  }
}
