import { afterRenderEffect, linkedSignal, type Signal } from '@angular/core';
import { atLeisure } from '../shared/at-leisure';
import { picturesShown } from '../shared/picture/pictures-shown';
import type { GridLayout } from './layout/grid-layout';

/** How much is drawn above and below the window, in heights of it. */
export const OVERSCAN = 1;
/** The first rows are those of the window's upper quarter; so much more is drawn in each of the next frames. */
const FIRST_OVERSCAN = -0.75;
const OVERSCAN_STEP = 0.125;

/**
 * How much is drawn around the window, in heights of it. Where the visitor arrives, first or by a jump, it is row by row
 * what is in sight and then, once its pictures are there, what is around it. To be made where something can be injected.
 *
 * @param element in which the pictures are
 */
export function growingOverscan(element: Element, layout: Signal<GridLayout>): Signal<number> {
  const arrivals = linkedSignal<GridLayout, number>({
    source: layout,
    computation: ({ rows, moved }, last) => {
      const isArrival = rows.length > 0 && (!last || last.source.rows.length === 0 || moved === null);
      return (last?.value ?? 0) + (isArrival ? 1 : 0);
    },
  });
  const overscan = linkedSignal({ source: arrivals, computation: () => FIRST_OVERSCAN });
  afterRenderEffect(async (onCleanup) => {
    if (arrivals() === 0) return;
    let isOver = false;
    onCleanup(() => {
      isOver = true;
    });
    const grow = async (to: number, pause: () => Promise<unknown>) => {
      while (!isOver && overscan() < to) {
        await pause();
        if (!isOver) overscan.update((heights) => heights + OVERSCAN_STEP);
      }
    };
    await grow(0, nextFrame);
    if (!isOver) await picturesShown(element);
    await grow(OVERSCAN, atLeisure);
  });
  return overscan.asReadonly();
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
