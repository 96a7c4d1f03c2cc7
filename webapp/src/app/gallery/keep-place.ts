import { afterRenderEffect, computed, linkedSignal, type Signal, untracked } from '@angular/core';
import type { Extent } from './drawn-extent';
import type { GridLayout, Place } from './layout/grid-layout';
import { VIEWPORT_ERROR_PX, type WatchedViewport } from './watch-viewport';

export interface KeptPlace {
  layout: Signal<GridLayout>;
  /** What of the grid is in the window, or will be once the page is scrolled to where its images moved. */
  view: Signal<Extent>;
}

/**
 * Scrolls with the images: what is in the window stays there, whatever comes or goes above it. Where none of it is there
 * any more, what came instead begins at the window's top. To be made where something can be injected.
 *
 * @param layOut reads what is to be laid out; is given where the visitor is
 */
export function keepPlace(
  grid: Element,
  { viewport, measure }: WatchedViewport,
  hasEarlier: Signal<boolean>,
  layOut: (place: Place) => GridLayout,
): KeptPlace {
  const placed = computed(() => {
    const layout = layOut({ viewTop: untracked(() => viewTop(grid)), hasEarlier: hasEarlier() });
    const scroller = scrollerOf(grid);
    const by = layout.moved ?? (hasEarlier() ? topInWindow(grid, layout) : -scroller.scrollTop);
    return { layout, scroller, scrollTo: scroller.scrollTop + by, by };
  });
  const away = linkedSignal(() => placed().by);
  // Before the browser paints, so that nobody sees it.
  afterRenderEffect(() => {
    const { scroller, scrollTo, by } = placed();
    if (by === 0) return;
    scroller.scrollTo({ top: scrollTo, behavior: 'instant' });
    measure();
    away.set(0);
  });
  const layout = computed(() => placed().layout);
  const view = computed(() => {
    const { top, bottom } = viewport();
    return { top: top + away() - VIEWPORT_ERROR_PX, bottom: bottom + away() + VIEWPORT_ERROR_PX };
  });
  return { layout, view };
}

/** What scrolls the grid: the page, or a dialog's content. */
function scrollerOf(grid: Element): Element {
  return grid.closest('mat-dialog-content') ?? document.documentElement;
}

/** Top of the window, in CSS pixels from the top of the grid. */
function viewTop(grid: Element): number {
  return -grid.getBoundingClientRect().top;
}

/** How far the first row's top is below the window's, in CSS pixels; what covers the window's top is not of it. */
function topInWindow(grid: Element, { rows: [row] }: GridLayout): number {
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return (row?.top ?? 0) - viewTop(grid) - padding;
}
