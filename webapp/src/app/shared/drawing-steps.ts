import { afterRenderEffect, type Signal, signal } from '@angular/core';

/**
 * In which steps a component is drawn: 0 at first, and after each drawing the next in a task of its own, until the last.
 * So a phone paints between them and answers the visitor. To be made where something can be injected.
 *
 * @param isReady before which there is only step 0
 */
export function drawingSteps(last: number, isReady: () => boolean = () => true): Signal<number> {
  const step = signal(0);
  const drawings = afterRenderEffect(() => {
    if (!isReady()) return;
    const next = step() + 1;
    if (next > last) drawings.destroy();
    else setTimeout(() => step.set(next));
  });
  return step.asReadonly();
}
