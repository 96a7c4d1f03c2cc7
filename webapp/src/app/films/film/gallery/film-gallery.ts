import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  inputBinding,
  ViewContainerRef,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MovieWithDetails } from '../../../core/api/api-types';
import { texts } from '../../../core/language/texts';
import { SessionStore } from '../../../core/session/session-store';
import { GalleryStore } from '../../../gallery/images/gallery-store';
import { ImageDeeds } from '../../../gallery/images/image-deeds';
import { Selection } from '../../../gallery/images/selection';
import { JustifiedGrid } from '../../../gallery/justified-grid';
import { SelectionBar } from '../../../gallery/selection-bar';
import { Button } from '../../../shared/button/button';
import { EmptyPlace } from '../../../shared/empty-place/empty-place';
import { Icon } from '../../../shared/icon/icon';
import { showLate } from '../../../shared/late/show-late';
import { ChooseFromGallery } from './choose-from-gallery';
import { FilmDeeds } from './film-deeds';
import { PictureChooser } from './picture-chooser';
import { PrivateHint } from './private-hint';

/** The images of one film, and how members bring more. */
@Component({
  selector: 'mf-film-gallery',
  imports: [
    Button,
    ChooseFromGallery,
    EmptyPlace,
    JustifiedGrid,
    Icon,
    NgTemplateOutlet,
    PictureChooser,
    PrivateHint,
    RouterLink,
    SelectionBar,
  ],
  templateUrl: './film-gallery.html',
  styleUrl: './film-gallery.scss',
  providers: [FilmDeeds],
  host: { '(document:keydown.escape)': 'selection.clear()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilmGallery {
  protected readonly t = texts;

  readonly film = input.required<MovieWithDetails>();

  readonly #filmDeeds = inject(FilmDeeds);
  protected readonly store = inject(GalleryStore);
  protected readonly deeds = inject(ImageDeeds);
  protected readonly selection = inject(Selection);
  protected readonly session = inject(SessionStore);
  protected readonly grid = viewChild(JustifiedGrid);
  protected readonly arrivalsPlace = viewChild('arrivals', { read: ViewContainerRef });
  protected readonly memberId = computed(() => this.session.user()?.id ?? null);
  protected readonly isAdmin = this.session.isAdmin;
  protected readonly hidden = computed(() =>
    this.store
      .images()
      .filter((image) => image.owner.id === this.memberId() && image.visibility === 'private'),
  );
  /** An administrator picks everybody's images, but only their owners show and hide them. */
  protected readonly isAllOwn = computed(() =>
    this.selection.images().every(({ owner }) => owner.id === this.memberId()),
  );

  constructor() {
    // With it comes all that uploads, which only members do.
    const load = async () => (await import('./arrivals')).Arrivals;
    const movieId = inputBinding('movieId', () => this.film().id);
    showLate(this.arrivalsPlace, this.session.isSignedIn, load, [movieId]);
  }

  focusImage(imageId: string): void {
    this.grid()?.focus.moveToImage(imageId);
  }

  protected async takePickedOut(): Promise<void> {
    await this.#filmDeeds.takeOut(this.selection.images(), this.film());
    this.selection.clear();
  }
}
