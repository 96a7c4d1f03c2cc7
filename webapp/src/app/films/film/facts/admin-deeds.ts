import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { MovieWithDetails } from '../../../core/api/api-types';
import { MoviesApi } from '../../../core/api/movies-api';
import { Dialogs } from '../../../core/dialogs/dialogs';
import { sentenceOf } from '../../../core/errors/api-error';
import { Notices } from '../../../core/notices/notices';
import { Button } from '../../../shared/button/button';
import { Icon } from '../../../shared/icon/icon';
import { CatalogueStore } from '../../catalogue/catalogue-store';

const NOTICE_MS = 5_000;

/** What an administrator does with a film. */
@Component({
  selector: 'mf-admin-deeds',
  imports: [Button, Icon, RouterLink],
  template: `
    <a mfButton="outlined" [routerLink]="['/films', film().id, 'edit']"><mf-icon name="pen" />Edit the film</a>
    <button class="loss" mfButton type="button" (click)="remove()"><mf-icon name="trash" />Remove</button>
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
  readonly #api = inject(MoviesApi);
  readonly #catalogue = inject(CatalogueStore);
  readonly #dialogs = inject(Dialogs);
  readonly #router = inject(Router);
  readonly #notices = inject(Notices);

  readonly film = input.required<MovieWithDetails>();

  protected async remove(): Promise<void> {
    const { id, title } = this.film();
    const isConfirmed = await this.#dialogs.confirm({
      heading: `Remove “${title}”?`,
      text: 'The film leaves the catalogue, and everybody’s favourites and lists. Its pictures stay in the gallery.',
      deed: 'Remove the film',
    });
    if (!isConfirmed) return;
    try {
      await this.#api.remove(id);
      this.#catalogue.remove(id);
      this.#notice(`“${title}” is removed. Its pictures stay in the gallery.`);
      await this.#router.navigateByUrl('/films');
    } catch (error) {
      this.#notice(sentenceOf(error));
    }
  }

  #notice(text: string): void {
    this.#notices.show({ text, durationMs: NOTICE_MS });
  }
}
