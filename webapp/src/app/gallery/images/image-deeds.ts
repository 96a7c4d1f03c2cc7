import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Image, Visibility } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import { sentenceOf } from '../../core/errors/api-error';
import { GalleryStore } from './gallery-store';

const NOTICE_MS = 5_000;
const UNDO_MS = 10_000;

/** What a member does with images from the gallery and the viewer. Shows what came of it; never rejects. */
@Injectable({ providedIn: 'root' })
export class ImageDeeds {
  readonly #api = inject(ImagesApi);
  readonly #store = inject(GalleryStore);
  readonly #snackBar = inject(MatSnackBar);

  /** @returns the images that could be moved to the trash */
  async trash(images: readonly Image[]): Promise<Image[]> {
    const trashed = await this.#forEach(images, async (image) => {
      await this.#api.trash(image.id);
      this.#store.remove(image.id);
    });
    if (trashed.length > 0) this.#offerUndo(trashed);
    return trashed;
  }

  async restore(images: readonly Image[]): Promise<void> {
    await this.#forEach(images, async (image) => this.#store.replace(await this.#api.restore(image.id)));
  }

  async setVisibility(images: readonly Image[], visibility: Visibility): Promise<void> {
    const done = await this.#forEach(images, async (image) =>
      this.#store.replace(await this.#api.patch(image.id, { visibility })),
    );
    if (done.length > 0) this.#notice(`${count(done)} now ${visibility}.`);
  }

  async retry(image: Image): Promise<void> {
    await this.#forEach([image], async () => this.#store.replace(await this.#api.retry(image.id)));
  }

  async #forEach(images: readonly Image[], deed: (image: Image) => Promise<void>): Promise<Image[]> {
    const done: Image[] = [];
    try {
      for (const image of images) {
        await deed(image);
        done.push(image);
      }
    } catch (error) {
      this.#notice(sentenceOf(error));
    }
    return done;
  }

  #offerUndo(trashed: Image[]): void {
    const notice = this.#snackBar.open(`${count(trashed)} moved to the trash.`, 'Undo', {
      duration: UNDO_MS,
    });
    notice.onAction().subscribe(() => this.restore(trashed));
  }

  #notice(text: string): void {
    this.#snackBar.open(text, undefined, { duration: NOTICE_MS });
  }
}

function count(images: readonly Image[]): string {
  return images.length === 1 ? '1 image' : `${images.length} images`;
}
