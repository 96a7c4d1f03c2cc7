import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Image, MovieWithDetails } from '../../../core/api/api-types';
import { Dialogs } from '../../../core/dialogs/dialogs';
import { texts } from '../../../core/language/texts';
import { Button } from '../../../shared/button/button';
import type { ImageChoice } from '../choose/choose-images-dialog';
import { FilmDeeds } from './film-deeds';

/** Puts images into a film that the member has in the gallery. */
@Component({
  selector: 'mf-choose-from-gallery',
  imports: [Button],
  template: `<button mfButton type="button" aria-haspopup="dialog" (click)="choose()">{{ t().film.choose.fromGallery }}</button>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChooseFromGallery {
  protected readonly t = texts;

  readonly #deeds = inject(FilmDeeds);
  readonly #dialogs = inject(Dialogs);

  readonly film = input.required<MovieWithDetails>();

  protected async choose(): Promise<void> {
    const film = this.film();
    const { ChooseImagesDialog, CHOICE_DIALOG } = await import('../choose/choose-images-dialog');
    const { gallery, addToFilm, empty } = texts().film.choose;
    const data: ImageChoice = {
      heading: gallery,
      query: { q: '', show: 'mine' },
      exceptMovieId: film.id,
      isSingle: false,
      deed: addToFilm,
      emptyHeading: empty.heading,
      emptyText: empty.text,
    };
    const config = { ...CHOICE_DIALOG, data };
    const images = await this.#dialogs.open<readonly Image[]>(ChooseImagesDialog, config);
    if (images) await this.#deeds.putInto(images, film);
  }
}
