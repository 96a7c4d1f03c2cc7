import { DestroyRef, inject, type Signal, signal } from '@angular/core';

const REST_AFTER_MS = 3_000;

/** Whether hand and keyboard have rested for a while, for as long as the injection context lives. */
export function createControlsRest(): Signal<boolean> {
  const isResting = signal(false);
  let timer: ReturnType<typeof setTimeout>;
  const stir = () => {
    isResting.set(false);
    clearTimeout(timer);
    timer = setTimeout(() => isResting.set(true), REST_AFTER_MS);
  };
  const kinds = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
  for (const kind of kinds) addEventListener(kind, stir, { passive: true });
  stir();
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(timer);
    for (const kind of kinds) removeEventListener(kind, stir);
  });
  return isResting.asReadonly();
}
