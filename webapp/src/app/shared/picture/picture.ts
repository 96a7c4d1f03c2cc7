import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  effect,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { Image, Thumbnail } from '../../core/api/api-types';
import { alternativeText } from './alternative-text';
import { averageColour, placeholderImage } from './placeholder';
import { sizesOf, srcsetOf } from './srcset';

/** What of an image is drawn. */
export type PictureSource = Pick<Image, 'id' | 'title' | 'filename' | 'thumbhash'> & {
  readonly description?: string;
  readonly thumbnails: readonly Thumbnail[];
};

/** A picture that has not come by then is waited for. One that is there sooner needs nothing in its place. */
const AWAITED_AFTER_MS = 100;

/**
 * A thumbnail that is never an empty box: first its colour, then, where it has to be waited for, its thumbhash and the
 * picture faded over that. What comes at once is shown at once: fades are most of what drawing a jump costs.
 */
@Component({
  selector: 'mf-picture',
  template: `
    @if (isWanted() && srcset() && !isBroken()) {
      <img decoding="async" [attr.sizes]="sizes()" [attr.srcset]="srcset()" [alt]="alt()" [class.loaded]="isLoaded()"
        [class.sudden]="placeholder() === null" (load)="isLoaded.set(true)" (error)="giveUp()" />
    }
  `,
  styles: `
    :host {
      display: block;
      overflow: hidden;
      background-color: var(--mat-sys-surface-container-highest);
      background-size: 100% 100%;
    }

    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: cover;
      opacity: 0;
      transition: opacity 150ms ease-out;
    }

    img.loaded {
      opacity: 1;
    }

    img.sudden {
      transition: none;
    }
  `,
  host: { '[style.background-color]': 'colour()', '[style.background-image]': 'placeholder()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Picture {
  readonly image = input.required<PictureSource>();
  /** Width that it takes on the page, in CSS pixels. */
  readonly width = input.required<number>();
  /** Whether the picture is fetched; without it there is only its colour. */
  readonly isWanted = input(true);
  /** The picture did not load, most likely because its signed address ran out. */
  readonly broken = output();

  protected readonly srcset = computed(() => srcsetOf(this.image().thumbnails));
  protected readonly sizes = computed(() => sizesOf(this.width()));
  protected readonly alt = computed(() => alternativeText(this.image()));
  readonly #thumbhash = computed(() => this.image().thumbhash);
  protected readonly colour = computed(() => averageColour(this.#thumbhash()));
  /** Null as long as the picture is not waited for. */
  protected readonly placeholder = linkedSignal<string | null, string | null>({
    source: this.#thumbhash,
    computation: () => null,
  });
  /** Until the image is given anew: then the picture is asked for again, even at the same address. */
  protected readonly isBroken = linkedSignal({ source: this.image, computation: () => false });
  readonly #imageId = computed(() => this.image().id);
  protected readonly isLoaded = linkedSignal({ source: this.#imageId, computation: () => false });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(async () => {
      // The browser looks for it as soon as this task lets go.
      await undefined;
      const picture = host.querySelector('img');
      if (picture?.complete && picture.naturalWidth > 0) this.isLoaded.set(true);
    });
    // Each in a task of its own: a phone takes some milliseconds for it, and a window of pictures would be one long task.
    effect((onCleanup) => {
      this.#thumbhash();
      if (!this.isWanted()) return;
      const timer = setTimeout(() => {
        if (!this.isLoaded()) this.placeholder.set(placeholderImage(this.#thumbhash()));
      }, AWAITED_AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected giveUp(): void {
    this.isLoaded.set(false);
    this.isBroken.set(true);
    this.broken.emit();
  }
}
