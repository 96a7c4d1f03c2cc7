import { DOCUMENT, Injector, inject, provideEnvironmentInitializer } from '@angular/core';

/** The first page comes first. */
const AFTER_MS = 1_000;

/** Has the focus never be lost, for those who have nothing but the keyboard: from the first key on, or after a while. */
export function provideFocusKeeping() {
  return provideEnvironmentInitializer(() => {
    const injector = inject(Injector);
    const document = inject(DOCUMENT);
    const begin = async () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', begin);
      // Where it does not come, the browser still knows where to go on from, though a screen reader may not.
      const code = await import('./focus-keeper').catch(() => null);
      if (code) injector.get(code.FocusKeeper).begin();
    };
    const timer = setTimeout(begin, AFTER_MS);
    document.addEventListener('keydown', begin);
  });
}
