import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { Image, MovieWithDetails } from '../../../core/api/api-types';
import { MoviesApi } from '../../../core/api/movies-api';
import { Dialogs } from '../../../core/dialogs/dialogs';
import { sentenceOf } from '../../../core/errors/api-error';
import { texts } from '../../../core/language/texts';
import { Notices } from '../../../core/notices/notices';
import { Button } from '../../../shared/button/button';
import type { ImageChoice } from '../choose/choose-images-dialog';

/** How an administrator chooses a film's poster: one of its public images, or the one that the app draws. */
@Component({
  selector: 'mf-poster-deeds',
  imports: [Button],
  template: `
    <button mfButton type="button" aria-haspopup="dialog" (click)="choose()">{{ t().film.poster.choose }}</button>
    @if (film().poster) {
      <button mfButton type="button" (click)="set(null)">{{ t().film.poster.draw }}</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      justify-items: center;
    }

    /* A phone's poster is narrower than the words. */
    button {
      max-width: 100%;
      height: auto;
      min-height: 40px;
      padding-inline: 8px;
      line-height: 1rem;
      white-space: normal;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PosterDeeds {
  protected readonly t = texts;

  readonly #api = inject(MoviesApi);
  readonly #dialogs = inject(Dialogs);
  readonly #notices = inject(Notices);

  readonly film = input.required<MovieWithDetails>();
  readonly changed = output<MovieWithDetails>();

  protected async choose(): Promise<void> {
    const { ChooseImagesDialog, CHOICE_DIALOG } = await import('../choose/choose-images-dialog');
    const { choose, deed, empty } = texts().film.poster;
    const data: ImageChoice = {
      heading: choose,
      query: { q: '', show: 'public', movieId: this.film().id },
      isSingle: true,
      deed,
      emptyHeading: empty.heading,
      emptyText: empty.text,
    };
    const config = { ...CHOICE_DIALOG, data };
    const images = await this.#dialogs.open<readonly Image[]>(ChooseImagesDialog, config);
    if (images?.[0]) await this.set(images[0].id);
  }

  protected async set(posterImageId: string | null): Promise<void> {
    try {
      this.changed.emit(await this.#api.patch(this.film().id, { posterImageId }));
    } catch (error) {
      this.#notices.show({ text: sentenceOf(error) });
    }
  }
}
