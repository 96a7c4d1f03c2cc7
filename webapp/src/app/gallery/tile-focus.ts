import {
  afterNextRender,
  Injector,
  inject,
  linkedSignal,
  type Signal,
  signal,
  untracked,
  type WritableSignal,
} from '@angular/core';
import type { Image } from '../core/api/api-types';

/** Which tile holds the grid's one tab stop, and the focus where the grid has it. */
export class TileFocus {
  readonly #injector = inject(Injector);
  readonly #grid: Element;
  readonly #images: Signal<readonly Image[]>;
  /** By id, so that it stays on its image when the list changes. */
  readonly #activeId = signal('');

  /** Of the image with the tab stop. */
  readonly activeIndex: WritableSignal<number>;

  /**
   * To be made where something can be injected.
   *
   * @param inSight the image of a number where it is still in sight, else one that is
   */
  constructor(grid: Element, images: Signal<readonly Image[]>, inSight: (index: number) => number) {
    this.#grid = grid;
    this.#images = images;
    this.activeIndex = linkedSignal<readonly Image[], number>({
      source: images,
      computation: (held, previous) => {
        const index = held.findIndex(({ id }) => id === this.#activeId());
        return index >= 0 ? index : untracked(() => inSight(previous?.value ?? 0));
      },
    });
  }

  activate(index: number): void {
    this.#activeId.set(this.#images()[index]?.id ?? '');
    this.activeIndex.set(index);
  }

  /** Focus dies with its element; where its image is not held any more, it goes to one in sight. */
  keep(tile: EventTarget | null): void {
    queueMicrotask(() => {
      const isGone = tile instanceof Element && !tile.isConnected && this.#grid.isConnected;
      if (isGone && document.activeElement === document.body) {
        this.moveTo(this.activeIndex(), { preventScroll: true });
      }
    });
  }

  moveTo(index: number, options: FocusOptions = {}): void {
    const image = this.#images()[index];
    if (image) this.moveToImage(image.id, options);
  }

  /** Brings an image of the list, also of one that is only about to be shown, into the window and gives it the focus. */
  moveToImage(imageId: string, options: FocusOptions = {}): void {
    this.#activeId.set(imageId);
    const index = this.#images().findIndex(({ id }) => id === imageId);
    if (index >= 0) this.activeIndex.set(index);
    const tile = () => this.#grid.querySelector<HTMLElement>(`[data-image-id="${imageId}"]`);
    afterNextRender(() => tile()?.focus(options), { injector: this.#injector });
  }

  isIn(): boolean {
    return this.#grid.contains(document.activeElement);
  }
}
