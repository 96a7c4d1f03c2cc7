import { computed, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Image } from '../../core/api/api-types';
import { GalleryStore } from './gallery-store';

/** Which images of the list are picked, also where they are not held any more. What leaves the list is let go. */
@Injectable()
export class Selection {
  readonly #store = inject(GalleryStore);
  #anchorId = '';
  readonly #picked = signal<ReadonlyMap<string, Image>>(new Map());

  /** Where fingers cannot hover, picking begins with a button and not with a check mark. */
  readonly #hasBegun = signal(false);

  readonly ids = computed<ReadonlySet<string>>(() => new Set(this.#picked().keys()));
  readonly images = computed(() => [...this.#picked().values()]);

  /** Whether a click picks instead of opening. */
  readonly isPicking = computed(() => this.#hasBegun() || this.#picked().size > 0);

  constructor() {
    this.#store.removals.pipe(takeUntilDestroyed()).subscribe((imageId) => this.#letGo(imageId));
  }

  begin(): void {
    this.#hasBegun.set(true);
  }

  toggle(imageId: string): void {
    const image = this.#store.images().find(({ id }) => id === imageId);
    if (this.#picked().has(imageId)) this.#letGo(imageId);
    else if (image) this.#pick([image]);
    this.#anchorId = imageId;
  }

  /** Picks everything from the image that was picked last up to this one. */
  extendTo(imageId: string): void {
    const list = this.#store.images();
    const anchor = list.findIndex(({ id }) => id === this.#anchorId);
    if (anchor < 0) {
      this.toggle(imageId);
      return;
    }
    const place = list.findIndex(({ id }) => id === imageId);
    this.#pick(list.slice(Math.min(anchor, place), Math.max(anchor, place) + 1));
  }

  clear(): void {
    this.#hasBegun.set(false);
    this.#picked.set(new Map());
  }

  #pick(images: readonly Image[]): void {
    this.#picked.update(
      (picked) => new Map([...picked, ...images.map((image) => [image.id, image] as const)]),
    );
  }

  #letGo(imageId: string): void {
    if (!this.#picked().has(imageId)) return;
    this.#picked.update((picked) => new Map([...picked].filter(([id]) => id !== imageId)));
  }
}
