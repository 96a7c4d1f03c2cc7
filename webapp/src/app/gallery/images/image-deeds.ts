import { Injectable, inject } from '@angular/core';
import type { Image, Visibility } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import { texts } from '../../core/language/texts';
import { Notices } from '../../core/notices/notices';
import { GalleryStore } from './gallery-store';
import { inTurn, withProblem } from './in-turn';

const UNDO_MS = 10_000;

/** What a member does with images from the gallery and the viewer. Shows what came of it; never rejects. */
@Injectable({ providedIn: 'root' })
export class ImageDeeds {
  readonly #api = inject(ImagesApi);
  readonly #store = inject(GalleryStore);
  readonly #notices = inject(Notices);

  /** @returns the images that could be moved to the trash */
  async trash(images: readonly Image[]): Promise<readonly Image[]> {
    const { done, problem } = await inTurn(images, async (image) => {
      await this.#api.trash(image.id);
      this.#store.remove(image.id);
    });
    if (done.length === 0) {
      this.#notice(problem);
      return done;
    }
    const text = withProblem(texts().gallery.deeds.trashed(done.length), problem);
    const undo = { label: texts().shared.undo, run: () => void this.restore(done) };
    this.#notices.show({ text, durationMs: UNDO_MS, action: undo });
    return done;
  }

  async restore(images: readonly Image[]): Promise<void> {
    const { problem } = await inTurn(images, async (image) =>
      this.#store.replace(await this.#api.restore(image.id)),
    );
    this.#notice(problem);
  }

  async setVisibility(images: readonly Image[], visibility: Visibility): Promise<void> {
    const { done, problem } = await inTurn(images, async (image) =>
      this.#store.replace(await this.#api.patch(image.id, { visibility })),
    );
    this.#notice(
      done.length > 0 ? withProblem(texts().gallery.deeds[visibility](done.length), problem) : problem,
    );
  }

  async retry(image: Image): Promise<void> {
    const { problem } = await inTurn([image], async () =>
      this.#store.replace(await this.#api.retry(image.id)),
    );
    this.#notice(problem);
  }

  #notice(text: string): void {
    if (text !== '') this.#notices.show({ text });
  }
}
