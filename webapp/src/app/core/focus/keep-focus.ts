import { Injector, inject, provideEnvironmentInitializer } from '@angular/core';

/** The first page comes first. */
const AFTER_MS = 1_000;

/** Has the focus never be lost, for those who have nothing but the keyboard: from the first key on, or after a while. */
export function provideFocusKeeping() {
  return provideEnvironmentInitializer(() => {
    const injector = inject(Injector);
    const begin = () =>
      import('./focus-keeper').then(
        ({ FocusKeeper }) => injector.get(FocusKeeper).begin(),
        // The browser still knows where to go on from, though a screen reader may not.
        () => undefined,
      );
    setTimeout(begin, AFTER_MS);
    addEventListener('keydown', begin, { once: true });
  });
}
