import { computed, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Image } from '../core/api/api-types';
import { ImagesApi } from '../core/api/images-api';
import { sentenceOf } from '../core/errors/api-error';
import { ImageEvents } from '../core/events/image-events';
import { appendPage, without } from '../gallery/images/image-list';

const PAGE_SIZE = 60;

/** What is in the trash, page by page. Its deeds do not reject: what went wrong is in `error`. */
@Injectable()
export class TrashStore {
  readonly #api = inject(ImagesApi);
  readonly #images = signal<readonly Image[]>([]);
  readonly #nextCursor = signal<string | null>(null);
  readonly #hasLoaded = signal(false);
  readonly #isBusy = signal(false);
  readonly #error = signal('');

  readonly images = this.#images.asReadonly();
  readonly hasLoaded = this.#hasLoaded.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();
  readonly error = this.#error.asReadonly();
  readonly hasMore = computed(() => this.#nextCursor() !== null);
  readonly isEmpty = computed(() => this.#hasLoaded() && this.#images().length === 0 && !this.hasMore());

  constructor() {
    const events = inject(ImageEvents);
    events.changes.pipe(takeUntilDestroyed()).subscribe((change) => {
      if (change.type === 'image.removed') this.#take(change.imageId);
      else if (change.image.trashedAt === null) this.#take(change.image.id);
    });
    events.reconnections.pipe(takeUntilDestroyed()).subscribe(() => {
      if (!this.#hasLoaded()) this.loadMore();
    });
  }

  async loadMore(): Promise<void> {
    await this.#do(async () => {
      const cursor = this.#nextCursor();
      const page = await this.#api.list({ trashed: true, limit: PAGE_SIZE, ...(cursor && { cursor }) });
      this.#images.update((images) => appendPage(images, page.items));
      this.#nextCursor.set(page.nextCursor);
      this.#hasLoaded.set(true);
    });
  }

  /** Resolves to whether it is back. */
  restore(image: Image): Promise<boolean> {
    return this.#do(async () => {
      await this.#api.restore(image.id);
      this.#take(image.id);
    });
  }

  /** Resolves to how many are gone; it stops at the first that cannot be removed. */
  async removeForGood(images: readonly Image[]): Promise<number> {
    let removed = 0;
    await this.#do(async () => {
      for (const image of images) {
        await this.#api.removeForGood(image.id);
        this.#take(image.id);
        removed += 1;
      }
    });
    return removed;
  }

  /** Removes everything, also what is not loaded. Resolves to how many are gone. */
  async empty(): Promise<number> {
    let removed = 0;
    while (this.#images().length > 0) {
      removed += await this.removeForGood(this.#images());
      if (this.#error() === '' && this.hasMore()) await this.loadMore();
      if (this.#error() !== '') break;
    }
    return removed;
  }

  async #do(deed: () => Promise<void>): Promise<boolean> {
    this.#isBusy.set(true);
    this.#error.set('');
    try {
      await deed();
      return true;
    } catch (error) {
      this.#error.set(sentenceOf(error));
      return false;
    } finally {
      this.#isBusy.set(false);
    }
  }

  #take(imageId: string): void {
    this.#images.update((images) => without(images, imageId));
  }
}
