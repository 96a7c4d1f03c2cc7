import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { MovieWithDetails } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { Notices } from '../../core/notices/notices';
import { SessionStore } from '../../core/session/session-store';
import { Button } from '../../shared/button/button';
import { EmptyPlace } from '../../shared/empty-place/empty-place';
import { FilmStore } from '../film/film-store';
import { FilmForm } from './film-form';

/** Where an administrator adds a film, or changes the one of the address. */
@Component({
  selector: 'mf-film-form-page',
  imports: [Button, EmptyPlace, FilmForm, RouterLink],
  templateUrl: './film-form-page.html',
  styles: `
    .page {
      display: grid;
      gap: 24px;
      max-width: 640px;
      margin: 0 auto;
      padding: 48px var(--mf-page-padding) 96px;
    }
  `,
  providers: [FilmStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class FilmFormPage {
  protected readonly t = texts;

  readonly #router = inject(Router);
  readonly #notices = inject(Notices);

  /** From the address; none for a new film. */
  readonly movieId = input<string>();

  protected readonly store = inject(FilmStore);
  protected readonly isAdmin = inject(SessionStore).isAdmin;

  constructor() {
    effect(() => {
      const movieId = this.movieId();
      if (movieId && this.isAdmin()) untracked(() => void this.store.open(movieId));
    });
  }

  protected async show({ id, title }: MovieWithDetails): Promise<void> {
    const { saved, added } = texts().film.admin;
    const notice = this.movieId() ? saved(title) : added(title);
    await this.#router.navigate(['/films', id]);
    this.#notices.show({ text: notice });
  }
}
