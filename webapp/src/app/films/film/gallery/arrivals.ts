import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import { GalleryStore } from '../../../gallery/images/gallery-store';
import { isFinished } from '../../../upload/queue/upload-entry';
import { UploadQueue } from '../../../upload/queue/upload-queue';

/**
 * Shows what was uploaded to a film as soon as it has arrived. Mostly the API's events have done so by then, but what the
 * member has had before is there before they are heard.
 */
@Component({ selector: 'mf-arrivals', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class Arrivals {
  readonly #queue = inject(UploadQueue);
  readonly #store = inject(GalleryStore);

  readonly movieId = input.required<string>();

  constructor() {
    // What arrived before is in the list, and may have changed since.
    const shown = new Set(this.#queue.entries().flatMap(({ id, state }) => (isFinished(state()) ? id : [])));
    effect(() => {
      for (const { id, film, state } of this.#queue.entries()) {
        const now = state();
        if (film?.id !== this.movieId() || !('image' in now) || shown.has(id)) continue;
        shown.add(id);
        untracked(() => this.#store.replace(now.image));
      }
    });
  }
}
