import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Image, MovieWithDetails } from '../../../core/api/api-types';
import { Dialogs } from '../../../core/dialogs/dialogs';
import { ImageDeeds } from '../../../gallery/images/image-deeds';
import { Button } from '../../../shared/button/button';
import type { ImageChoice } from '../choose/choose-images-dialog';

/** Puts images into a film that the member has in the gallery. */
@Component({
  selector: 'mf-choose-from-gallery',
  imports: [Button],
  template: `<button mfButton type="button" aria-haspopup="dialog" (click)="choose()">Choose from the gallery</button>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChooseFromGallery {
  readonly #deeds = inject(ImageDeeds);
  readonly #dialogs = inject(Dialogs);

  readonly film = input.required<MovieWithDetails>();

  protected async choose(): Promise<void> {
    const film = this.film();
    const { ChooseImagesDialog, CHOICE_DIALOG } = await import('../choose/choose-images-dialog');
    const data: ImageChoice = {
      heading: 'Your gallery',
      query: { q: '', show: 'mine' },
      exceptMovieId: film.id,
      isSingle: false,
      deed: 'Add to the film',
      emptyHeading: 'Nothing left to choose',
      emptyText: 'Every picture of yours is in this film, or your gallery has none yet.',
    };
    const config = { ...CHOICE_DIALOG, data };
    const images = await this.#dialogs.open<readonly Image[]>(ChooseImagesDialog, config);
    if (images) await this.#deeds.putIntoFilm(images, film);
  }
}
