import { computed, Injectable, inject, linkedSignal, signal } from '@angular/core';
import { GalleryStore } from './gallery-store';

/** Which images of the list are picked. What leaves the list leaves the selection. */
@Injectable()
export class Selection {
  readonly #store = inject(GalleryStore);
  #anchorId = '';
  readonly #ids = linkedSignal<readonly { id: string }[], ReadonlySet<string>>({
    source: this.#store.images,
    computation: (images, previous) => {
      const kept = previous?.value ?? new Set<string>();
      return kept.size === 0 ? kept : new Set(images.map(({ id }) => id).filter((id) => kept.has(id)));
    },
  });

  /** Where fingers cannot hover, picking begins with a button and not with a check mark. */
  readonly #hasBegun = signal(false);

  readonly ids = this.#ids.asReadonly();
  readonly images = computed(() => this.#store.images().filter(({ id }) => this.#ids().has(id)));

  /** Whether a click picks instead of opening. */
  readonly isPicking = computed(() => this.#hasBegun() || this.#ids().size > 0);

  begin(): void {
    this.#hasBegun.set(true);
  }

  toggle(imageId: string): void {
    const isPicked = this.#ids().has(imageId);
    this.#ids.update((ids) => (isPicked ? difference(ids, imageId) : new Set([...ids, imageId])));
    this.#anchorId = imageId;
  }

  /** Picks everything from the image that was picked last up to this one. */
  extendTo(imageId: string): void {
    const list = this.#store.images().map(({ id }) => id);
    const anchor = list.indexOf(this.#anchorId);
    if (anchor < 0) {
      this.toggle(imageId);
      return;
    }
    const place = list.indexOf(imageId);
    const stretch = list.slice(Math.min(anchor, place), Math.max(anchor, place) + 1);
    this.#ids.update((ids) => new Set([...ids, ...stretch]));
  }

  clear(): void {
    this.#hasBegun.set(false);
    this.#ids.set(new Set());
  }
}

function difference(ids: ReadonlySet<string>, imageId: string): ReadonlySet<string> {
  return new Set([...ids].filter((id) => id !== imageId));
}
