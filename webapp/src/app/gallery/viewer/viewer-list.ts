import { computed, Injectable, inject, signal } from '@angular/core';
import type { Image } from '../../core/api/api-types';
import { GalleryStore } from '../images/gallery-store';
import { appendPage, without } from '../images/image-list';

/** How close to its end the list is made longer. */
const GROW_AHEAD = 10;

/** The images that the viewer leafs through: those of the page as they stood when it opened, and older ones. */
@Injectable()
export class ViewerList {
  readonly #store = inject(GalleryStore);
  readonly #images = signal<readonly Image[]>([]);
  readonly #currentId = signal('');

  readonly images = this.#images.asReadonly();
  readonly index = computed(() => this.#images().findIndex(({ id }) => id === this.#currentId()));
  readonly current = computed(() => this.#images()[this.index()] ?? null);

  /** Begins at an image of the page's list, or with that one alone where the list does not hold it. */
  open(image: Image): void {
    const listed = ready(this.#store.images());
    this.#images.set(listed.some(({ id }) => id === image.id) ? listed : [image]);
    this.#currentId.set(image.id);
  }

  /** Makes the list longer where its end is near. */
  async show(imageId: string): Promise<void> {
    this.#currentId.set(imageId);
    if (this.#images().length - this.index() > GROW_AHEAD || !this.#store.hasMore()) return;
    const last = this.#images().at(-1);
    await this.#store.loadMore();
    const listed = ready(this.#store.images());
    const place = listed.findIndex(({ id }) => id === last?.id);
    if (place >= 0) this.#images.update((images) => appendPage(images, listed.slice(place + 1)));
  }

  replace(image: Image): void {
    this.#images.update((images) => images.map((listed) => (listed.id === image.id ? image : listed)));
  }

  /** Takes an image out and goes to the one that follows it. */
  remove(imageId: string): void {
    const index = this.index();
    this.#images.update((images) => without(images, imageId));
    const images = this.#images();
    this.#currentId.set(images[Math.min(index, images.length - 1)]?.id ?? '');
  }
}

function ready(images: readonly Image[]): readonly Image[] {
  return images.filter(({ status }) => status === 'ready');
}
