import { effect, inject, type Signal, untracked } from '@angular/core';
import { GalleryStore } from '../../../gallery/images/gallery-store';
import { isFinished } from '../../../upload/queue/upload-entry';
import { UploadQueue } from '../../../upload/queue/upload-queue';

/**
 * Shows what was uploaded to a film as soon as it has arrived, for as long as the injection context lives. Mostly the
 * API's events have done so by then, but what the member has had before is there before they are heard.
 */
export function showArrivals(movieId: Signal<string>): void {
  const queue = inject(UploadQueue);
  const store = inject(GalleryStore);
  // What arrived before is in the list, and may have changed since.
  const shown = new Set(queue.entries().flatMap(({ id, state }) => (isFinished(state()) ? id : [])));
  effect(() => {
    for (const { id, film, state } of queue.entries()) {
      const now = state();
      if (film?.id !== movieId() || !('image' in now) || shown.has(id)) continue;
      shown.add(id);
      untracked(() => store.replace(now.image));
    }
  });
}
