import { ViewportScroller } from '@angular/common';
import { inject, provideEnvironmentInitializer } from '@angular/core';
import { Router, Scroll } from '@angular/router';
import { filter } from 'rxjs';
import { pagePathOf } from '../navigation/page-path';

/**
 * A new page begins at its top and Back finds the old place, but opening and closing the viewer, which is an address
 * of its own over the same page, moves nothing.
 */
export function provideScrollPosition() {
  return provideEnvironmentInitializer(() => {
    const router = inject(Router);
    const scroller = inject(ViewportScroller);
    let lastPlace = '';
    router.events.pipe(filter((event) => event instanceof Scroll)).subscribe(({ position }) => {
      const { root } = router.routerState.snapshot;
      const place = `${pagePathOf(root)}?${new URLSearchParams(root.queryParams)}`;
      const isSamePlace = place === lastPlace;
      lastPlace = place;
      if (!isSamePlace) scroller.scrollToPosition(position ?? [0, 0]);
    });
  });
}
