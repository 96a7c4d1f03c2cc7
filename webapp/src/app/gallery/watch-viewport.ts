import { afterNextRender, DestroyRef, inject, type Signal, signal } from '@angular/core';

/** What is drawn changes only after so many CSS pixels of scrolling, not with every frame. */
const STEP_PX = 200;
/** By how much a viewport may be off at either end. */
export const VIEWPORT_ERROR_PX = STEP_PX / 2;

/** What of an element is in the window, give or take that much. CSS pixels from the element's own top. */
export interface Viewport {
  width: number;
  top: number;
  bottom: number;
}

export interface WatchedViewport {
  viewport: Signal<Viewport>;
  /** Brings it up to date before the browser's own events do. */
  measure(): void;
}

/**
 * Follows scrolling and resizing for as long as the injection context lives.
 *
 * @param moved is told the new `bottom` after every movement, and when the element grew
 */
export function watchViewport(
  element: HTMLElement,
  moved: (bottom: number) => void = () => undefined,
): WatchedViewport {
  const viewport = signal<Viewport>({ width: 0, top: 0, bottom: 0 }, { equal: isSame });
  const measure = () => {
    const box = element.getBoundingClientRect();
    viewport.set({ width: box.width, top: step(-box.top), bottom: step(innerHeight - box.top) });
    moved(innerHeight - box.top);
  };
  const resizes = new ResizeObserver(measure);
  // Not before there is something to measure: a dialog is made some time before it is first drawn.
  afterNextRender(() => {
    // Early, so that a page is as high as it was before it is scrolled to where the visitor was.
    measure();
    resizes.observe(element);
    // Also of what scrolls within the page, as a dialog does.
    addEventListener('scroll', measure, { passive: true, capture: true });
    addEventListener('resize', measure, { passive: true });
  });
  inject(DestroyRef).onDestroy(() => {
    resizes.disconnect();
    removeEventListener('scroll', measure, { capture: true });
    removeEventListener('resize', measure);
  });
  return { viewport: viewport.asReadonly(), measure };
}

function step(pixels: number): number {
  return Math.round(pixels / STEP_PX) * STEP_PX;
}

function isSame(one: Viewport, other: Viewport): boolean {
  return one.width === other.width && one.top === other.top && one.bottom === other.bottom;
}
