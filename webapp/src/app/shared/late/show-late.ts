import { type Binding, effect, type Signal, type Type, type ViewContainerRef } from '@angular/core';

/**
 * Shows a component in a place for as long as it is wanted, and fetches its code only then. Like @defer, whose runtime
 * every visitor would fetch. To be called where `effect` may be.
 *
 * @param place where it goes; undefined until the page is drawn
 */
export function showLate(
  place: Signal<ViewContainerRef | undefined>,
  isWanted: Signal<boolean>,
  load: () => Promise<Type<unknown>>,
  bindings: Binding[] = [],
): void {
  effect((onCleanup) => {
    const container = place();
    if (!container || !isWanted()) return;
    let isOver = false;
    // Where it does not come, the next time that it is wanted asks for it again.
    load().then(
      (component) => {
        if (!isOver) container.createComponent(component, { bindings });
      },
      () => undefined,
    );
    onCleanup(() => {
      isOver = true;
      container.clear();
    });
  });
}
