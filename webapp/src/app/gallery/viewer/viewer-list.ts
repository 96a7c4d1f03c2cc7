import { computed, Injectable, inject, signal } from '@angular/core';
import type { Image } from '../../core/api/api-types';
import { GalleryStore } from '../images/gallery-store';
import {
  extendBackward,
  extendOnward,
  type ImageWindow,
  imagesOf,
  withoutImage,
} from '../images/image-window';

/** How close to its ends the list is made longer. */
const GROW_AHEAD = 10;

/** Number of the first image where others may come before it, so that none ever gets another number. */
const MIDDLE = 1_000_000;

/**
 * The images that the viewer leafs through: the page's as they stood when it opened, and those around them. It goes its
 * own way, so that the page below stays where it is.
 */
@Injectable()
export class ViewerList {
  readonly #store = inject(GalleryStore);
  readonly #window = signal<ImageWindow>([]);
  readonly #currentId = signal('');
  #isGrowing = false;

  /** The first image has the number `firstNumber`, the others follow. */
  readonly images = computed(() => imagesOf(this.#window()).filter(({ status }) => status === 'ready'));
  readonly firstNumber = signal(0);
  readonly index = computed(() => this.images().findIndex(({ id }) => id === this.#currentId()));
  readonly current = computed(() => this.images()[this.index()] ?? null);
  readonly hasPrevious = computed(() => this.index() > 0 || (this.#window()[0]?.before ?? null) !== null);
  readonly hasNext = computed(
    () => this.index() < this.images().length - 1 || (this.#window().at(-1)?.after ?? null) !== null,
  );

  /** Begins at an image of the page's list, or with that one alone where the page does not hold it. */
  open(image: Image): void {
    const window = this.#store.window();
    const isListed = imagesOf(window).some(({ id }) => id === image.id);
    this.#window.set(isListed ? window : [{ images: [image], before: null, after: null }]);
    this.firstNumber.set(isListed && window[0]!.before !== null ? MIDDLE : 0);
    this.#currentId.set(image.id);
  }

  /** Makes the list longer where an end is near. */
  async show(imageId: string): Promise<void> {
    this.#currentId.set(imageId);
    if (this.#isGrowing) return;
    this.#isGrowing = true;
    // Where a page does not come, the next step tries again.
    while (await this.#grow().catch(() => false));
    this.#isGrowing = false;
  }

  replace(image: Image): void {
    this.#window.update((window) =>
      window.map((page) => ({
        ...page,
        images: page.images.map((held) => (held.id === image.id ? image : held)),
      })),
    );
  }

  /** Takes an image out and goes to the one that follows it. */
  remove(imageId: string): void {
    const index = this.index();
    this.#window.update((window) => withoutImage(window, imageId));
    const images = this.images();
    this.#currentId.set(images[Math.min(index, images.length - 1)]?.id ?? '');
  }

  /** Resolves to whether it has become longer. */
  async #grow(): Promise<boolean> {
    const { after } = this.#window().at(-1)!;
    if (after !== null && this.images().length - this.index() <= GROW_AHEAD) {
      const page = await this.#store.fetchAfter(after);
      this.#window.update((window) => extendOnward(window, page));
      return true;
    }
    const { before } = this.#window()[0]!;
    if (before === null || this.index() >= GROW_AHEAD) return false;
    const page = await this.#store.fetchBefore(before);
    const count = this.images().length;
    this.#window.update((window) => extendBackward(window, page));
    this.firstNumber.update((number) => number - (this.images().length - count));
    return true;
  }
}
