import { afterRenderEffect, type Signal, signal } from '@angular/core';
import { atLeisure } from '../shared/at-leisure';
import { nextTask } from '../shared/next-task';
import { picturesShown } from '../shared/picture/pictures-shown';

/** How much is drawn above and below the window, in heights of it. */
export const OVERSCAN = 1;
/** The first rows are those of the window's upper quarter; so much more is drawn in each of the next tasks. */
const FIRST_OVERSCAN = -0.75;
const OVERSCAN_STEP = 0.125;

/**
 * How much is drawn around the window, in heights of it: row by row what is in sight and then, once its pictures are
 * there, what is around it. To be made where something can be injected.
 *
 * @param element in which the pictures are
 * @param hasRows whether there is something to draw; it is asked with every rendering until there is
 */
export function growingOverscan(element: Element, hasRows: () => boolean): Signal<number> {
  const overscan = signal(FIRST_OVERSCAN);
  const grow = () => overscan.update((heights) => heights + OVERSCAN_STEP);
  const firstRows = afterRenderEffect(async () => {
    if (!hasRows()) return;
    firstRows.destroy();
    while (overscan() < 0) {
      await nextTask();
      grow();
    }
    await picturesShown(element);
    while (overscan() < OVERSCAN) {
      await atLeisure();
      grow();
    }
  });
  return overscan.asReadonly();
}
