import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { MovieWithDetails } from '../../../core/api/api-types';
import { MoviesApi } from '../../../core/api/movies-api';
import { Dialogs } from '../../../core/dialogs/dialogs';
import { sentenceOf } from '../../../core/errors/api-error';
import { texts } from '../../../core/language/texts';
import { Notices } from '../../../core/notices/notices';
import { Button } from '../../../shared/button/button';
import { Icon } from '../../../shared/icon/icon';
import { CatalogueStore } from '../../catalogue/catalogue-store';

/** What an administrator does with a film. */
@Component({
  selector: 'mf-admin-deeds',
  imports: [Button, Icon, RouterLink],
  template: `
    <a mfButton="outlined" [routerLink]="['/films', film().id, 'edit']"><mf-icon name="pen" />{{ t().film.admin.edit }}</a>
    <button class="loss" mfButton type="button" (click)="remove()"><mf-icon name="trash" />{{ t().film.admin.remove }}</button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminDeeds {
  protected readonly t = texts;

  readonly #api = inject(MoviesApi);
  readonly #catalogue = inject(CatalogueStore);
  readonly #dialogs = inject(Dialogs);
  readonly #router = inject(Router);
  readonly #notices = inject(Notices);

  readonly film = input.required<MovieWithDetails>();

  protected async remove(): Promise<void> {
    const { id, title } = this.film();
    const { heading, text, deed } = texts().film.admin.confirmRemove;
    if (!(await this.#dialogs.confirm({ heading: heading(title), text, deed }))) return;
    try {
      await this.#api.remove(id);
      this.#catalogue.remove(id);
      this.#notice(texts().film.admin.removed(title));
      await this.#router.navigateByUrl('/films');
    } catch (error) {
      this.#notice(sentenceOf(error));
    }
  }

  #notice(text: string): void {
    this.#notices.show({ text });
  }
}
