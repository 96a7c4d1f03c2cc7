import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink, RouterOutlet } from '@angular/router';
import type { Image } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { SessionStore } from '../../core/session/session-store';
import { GalleryStore } from '../../gallery/images/gallery-store';
import { ImageDeeds } from '../../gallery/images/image-deeds';
import { Selection } from '../../gallery/images/selection';
import { Button } from '../../shared/button/button';
import { drawingSteps } from '../../shared/drawing-steps';
import { EmptyPlace } from '../../shared/empty-place/empty-place';
import { UploadDestination } from '../../upload/choosing/upload-destination';
import { FilmFacts } from './facts/film-facts';
import { FilmSkeleton } from './film-skeleton';
import { FilmStore } from './film-store';
import { FilmGallery } from './gallery/film-gallery';
import { bestStill } from './opening/best-still';
import { FilmOpening } from './opening/film-opening';

/** One film: its best still, its facts, and its own gallery. The viewer lies over it, at an address below. */
@Component({
  selector: 'mf-film-page',
  imports: [Button, EmptyPlace, FilmFacts, FilmGallery, FilmOpening, FilmSkeleton, RouterLink, RouterOutlet],
  templateUrl: './film-page.html',
  styleUrl: './film-page.scss',
  providers: [FilmStore, GalleryStore, ImageDeeds, Selection],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class FilmPage {
  protected readonly t = texts;

  readonly #session = inject(SessionStore);
  readonly #destination = inject(UploadDestination);
  readonly #title = inject(Title);

  /** From the address. */
  readonly movieId = input.required<string>();

  protected readonly store = inject(FilmStore);
  protected readonly images = inject(GalleryStore);
  /** First the facts, which are what is read, then what lies behind them, then the gallery. */
  protected readonly step = drawingSteps(2, () => this.store.film() !== null);
  protected readonly gallery = viewChild(FilmGallery);
  readonly #best = computed(() => bestStill(this.images.images(), this.store.film()?.poster?.imageId));
  /** The one that the page opened with stays while it is in the film, whatever comes. */
  protected readonly still = linkedSignal<Image | null, Image | null>({
    source: this.#best,
    computation: (best, previous) => this.#inFilm(previous?.value?.id) ?? best,
  });

  constructor() {
    effect(() => {
      const movieId = this.movieId();
      this.#session.token();
      untracked(() => {
        void this.store.open(movieId);
        void this.images.open({ q: '', show: 'all', movieId });
      });
    });
    effect(() => {
      const film = this.store.film();
      this.#title.setTitle(`${film ? `${film.title} (${film.year})` : texts().film.title} · movieFlix`);
      this.#destination.setFilm(film && { id: film.id, title: film.title });
    });
    inject(DestroyRef).onDestroy(() => this.#destination.setFilm(null));
  }

  /** The focus goes to where the visitor left off. */
  protected focusLastViewed(viewer: { imageId: () => string }): void {
    this.gallery()?.focusImage(viewer.imageId());
  }

  #inFilm(imageId: string | undefined): Image | null {
    const posterImageId = this.store.film()?.poster?.imageId;
    const image = this.images.images().find(({ id }) => id === imageId);
    return image ? bestStill([image], posterImageId) : null;
  }
}
