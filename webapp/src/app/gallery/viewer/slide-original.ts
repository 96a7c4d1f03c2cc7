import { Injectable, inject, signal } from '@angular/core';
import type PhotoSwipe from 'photoswipe';
import type { Image } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import { texts } from '../../core/language/texts';
import { Notices } from '../../core/notices/notices';
import { wantsLessMotion } from './less-motion';
import { showInSlide } from './lightbox';
import { isPlayable, needsOriginal, playsByItself } from './slide';

/** Puts the original in the place of the rendition: where more of it can be seen, and where it moves. */
@Injectable()
export class SlideOriginal {
  readonly #api = inject(ImagesApi);
  readonly #notices = inject(Notices);
  readonly #isCalm = wantsLessMotion();
  readonly #playingId = signal('');
  /** For which image it was decided last. */
  #decidedId = '';

  /** The image whose original moves in sight, by id. */
  readonly playingId = this.#playingId.asReadonly();

  /**
   * Brings the original where it is wanted without being asked for.
   *
   * @param shownPixels width at which the picture is shown, in device pixels
   */
  async follow(lightbox: PhotoSwipe, image: Image, shownPixels: number): Promise<void> {
    if (this.#decidedId === image.id) return;
    // An image that is come back to may have been drawn anew meanwhile, by its rendition.
    this.#decidedId = '';
    if (isPlayable(image)) {
      this.#decidedId = image.id;
      this.#playingId.set('');
      if (playsByItself(image, this.#isCalm)) await this.play(lightbox, image);
    } else if (needsOriginal(image, shownPixels)) {
      this.#decidedId = image.id;
      // Where the original does not come, the largest rendition stays in sight.
      await this.#show(lightbox, image).catch(() => undefined);
    }
  }

  async play(lightbox: PhotoSwipe, image: Image): Promise<void> {
    this.#playingId.set(image.id);
    try {
      await this.#show(lightbox, image);
      // Paused while it was on the way.
      if (this.#playingId() !== image.id) await this.#showStill(lightbox, image);
    } catch {
      if (this.#playingId() !== image.id) return;
      this.#playingId.set('');
      this.#notices.show({ text: texts().viewer.didNotPlay });
    }
  }

  async pause(lightbox: PhotoSwipe, image: Image): Promise<void> {
    this.#playingId.set('');
    await this.#showStill(lightbox, image).catch(() => undefined);
  }

  async #show(lightbox: PhotoSwipe, image: Image): Promise<void> {
    const { originalUrl } = await this.#api.get(image.id);
    if (originalUrl === null) throw new Error('expected the original of an image that is ready');
    await showInSlide(lightbox, image.id, originalUrl);
  }

  async #showStill(lightbox: PhotoSwipe, { id, thumbnails }: Image): Promise<void> {
    await showInSlide(lightbox, id, thumbnails.at(-1)!.url);
  }
}
