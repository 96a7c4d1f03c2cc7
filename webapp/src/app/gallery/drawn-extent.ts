import { afterRenderEffect, computed, linkedSignal, type Signal } from '@angular/core';
import { atLeisure } from '../shared/at-leisure';
import { nextFrame } from '../shared/next-frame';
import { picturesShown } from '../shared/picture/pictures-shown';
import type { GridLayout } from './layout/grid-layout';
import { VIEWPORT_ERROR_PX } from './watch-viewport';

/** How much is drawn above and below the window, in heights of it. */
export const OVERSCAN = 1;
/** How much of the window is drawn at once where the visitor arrives, and how much more each time after that. */
const FIRST_PART = 0.25;
const PART = 0.125;
/** How long the next part waits for the pictures of the one before: all at once make frames late, one by one is slow. */
const PART_MS = 60;

/** A part of the grid, in CSS pixels from its top. */
export interface Extent {
  top: number;
  bottom: number;
}

interface Drawn {
  pictures: Extent;
  /** What is drawn next: what is in sight, what is around it, or what the visitor scrolls to. */
  next: 'sight' | 'around' | 'scrolled';
}

interface Place {
  layout: GridLayout;
  view: Extent;
}

/**
 * What of the grid is drawn, a little more each time, so that no frame is late. Where the visitor arrives, first or by a
 * jump, it is row by row with its pictures what is in sight and then, once all are there, what is around it. Where the
 * visitor rushes past faster than that, tiles are drawn without their pictures, which nobody would see. To be made where
 * something can be injected.
 *
 * @param element in which the pictures are
 * @param view what of the grid is in the window
 */
export function drawnExtent(
  element: Element,
  layout: Signal<GridLayout>,
  view: Signal<Extent>,
): { tiles: Signal<Extent>; pictures: Signal<Extent> } {
  const drawn = linkedSignal<Place, Drawn>({
    source: () => ({ layout: layout(), view: view() }),
    computation: (place, last) => (last ? follow(place, last.source, last.value) : arriveAt(place.view)),
  });
  afterRenderEffect((onCleanup) => {
    let isOver = false;
    onCleanup(() => {
      isOver = true;
    });
    const { pictures, next } = drawn();
    const grid = { top: 0, bottom: layout().height };
    if (covers(pictures, meet(around(view(), OVERSCAN), grid))) return;
    const inSight = meet(view(), grid);
    const more = grown(pictures, view(), inSight);
    const isAllInSight = next === 'sight' && covers(pictures, inSight);
    const shown = next === 'sight' && picturesShown(element, isAllInSight ? undefined : PART_MS);
    const pause = next === 'around' ? atLeisure() : Promise.resolve(shown).then(nextFrame);
    void pause.then(() => {
      if (!isOver) drawn.set({ pictures: more, next: isAllInSight ? 'around' : next });
    });
  });
  const pictures = computed(() => drawn().pictures);
  const tiles = computed(() => (drawn().next === 'sight' ? pictures() : join(pictures(), view())));
  return { tiles, pictures };
}

function arriveAt({ top, bottom }: Extent): Drawn {
  return { pictures: { top, bottom: top + FIRST_PART * (bottom - top) }, next: 'sight' };
}

/** What stays drawn when the visitor has moved, or the rows have. */
function follow({ layout, view }: Place, last: Place, { pictures, next }: Drawn): Drawn {
  const moved = layout === last.layout ? 0 : layout.moved;
  if (moved === null || last.layout.rows.length === 0) return arriveAt(view);
  const kept = meet(around(view, OVERSCAN), { top: pictures.top + moved, bottom: pictures.bottom + moved });
  // A viewport is rounded, and not as it was foretold where rows moved: less than its steps is no scrolling.
  const isScrolled = Math.abs(view.top - last.view.top - moved) >= 2 * VIEWPORT_ERROR_PX;
  if (!isScrolled) return { pictures: kept, next };
  const isPast = kept.bottom <= view.top || kept.top >= view.bottom;
  return { pictures: isPast ? arriveAt(view).pictures : kept, next: 'scrolled' };
}

/** A part more: downwards until the end of what is in sight is reached, then at both ends. */
function grown({ top, bottom }: Extent, view: Extent, inSight: Extent): Extent {
  const part = PART * (view.bottom - view.top);
  const more = { top: bottom < inSight.bottom ? top : top - part, bottom: bottom + part };
  return meet(around(view, OVERSCAN), more);
}

/** A part of the grid with so many heights of it above and below. */
export function around({ top, bottom }: Extent, heights: number): Extent {
  const more = heights * (bottom - top);
  return { top: top - more, bottom: bottom + more };
}

/** Whether all of the other is in the one; of an empty one there is nothing to be in it. */
function covers(one: Extent, other: Extent): boolean {
  return other.top >= other.bottom || (one.top <= other.top && one.bottom >= other.bottom);
}

function meet(one: Extent, other: Extent): Extent {
  return { top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom) };
}

function join(one: Extent, other: Extent): Extent {
  return { top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) };
}
