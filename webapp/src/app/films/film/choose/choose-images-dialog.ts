import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import {
  MAT_DIALOG_DATA,
  type MatDialogConfig,
  MatDialogModule,
  MatDialogRef,
} from '@angular/material/dialog';
import type { Image } from '../../../core/api/api-types';
import { texts } from '../../../core/language/texts';
import type { GalleryQuery } from '../../../gallery/images/gallery-query';
import { GalleryStore } from '../../../gallery/images/gallery-store';
import { Selection } from '../../../gallery/images/selection';
import { JustifiedGrid } from '../../../gallery/justified-grid';
import { Button } from '../../../shared/button/button';

export interface ImageChoice {
  heading: string;
  /** The images to choose from. */
  query: GalleryQuery;
  /** Images that belong to this film already are left out. */
  exceptMovieId?: string;
  /** Whether only one may be chosen. */
  isSingle: boolean;
  /** What the button says that ends it. */
  deed: string;
  emptyHeading: string;
  emptyText: string;
}

export const CHOICE_DIALOG: MatDialogConfig = {
  width: '1120px',
  maxWidth: 'calc(100vw - 32px)',
  maxHeight: '88dvh',
  // The first image takes the focus once it is there; until then the dialog has it.
  autoFocus: 'dialog',
};

/** As many as fill the dialog of a large window, so that it can be scrolled. */
const FEW = 40;

/** Images to choose from, with the mouse or the keyboard. Closes with the chosen ones, the newest first. */
@Component({
  selector: 'mf-choose-images-dialog',
  imports: [Button, JustifiedGrid, MatDialogModule],
  templateUrl: './choose-images-dialog.html',
  styleUrl: './choose-images-dialog.scss',
  providers: [GalleryStore, Selection],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChooseImagesDialog {
  protected readonly t = texts;

  readonly #dialog = inject<MatDialogRef<ChooseImagesDialog, readonly Image[]>>(MatDialogRef);
  protected readonly data = inject<ImageChoice>(MAT_DIALOG_DATA);
  protected readonly store = inject(GalleryStore);
  protected readonly selection = inject(Selection);

  protected readonly images = computed(() => {
    const isOffered = (image: Image) =>
      image.status === 'ready' && (!this.data.exceptMovieId || image.movieId !== this.data.exceptMovieId);
    return this.store.images().filter(isOffered);
  });
  protected readonly chosen = computed(() => this.images().filter(({ id }) => this.selection.ids().has(id)));
  protected readonly isEmpty = computed(
    () =>
      this.images().length === 0 && !this.store.hasMore() && !this.store.isLoading() && !this.store.error(),
  );
  /** Chosen images that belong to another film, which they would leave. */
  protected readonly moving = computed(
    () => (this.data.isSingle ? [] : this.chosen()).filter(({ movieId }) => movieId !== null).length,
  );

  constructor() {
    void this.store.open(this.data.query);
    // Where most of a page is left out, scrolling alone would never ask for the next one.
    effect(() => {
      const isShort = this.images().length < FEW && this.store.hasMore();
      if (isShort && !this.store.isLoading() && !this.store.error()) untracked(() => this.store.loadMore());
    });
  }

  protected pick({ image, isRange }: { image: Image; isRange: boolean }): void {
    if (this.data.isSingle && !this.selection.ids().has(image.id)) this.selection.clear();
    if (isRange && !this.data.isSingle) this.selection.extendTo(image.id);
    else this.selection.toggle(image.id);
  }

  protected finish(): void {
    this.#dialog.close(this.chosen());
  }
}
