import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  type ViewTransitionInfo,
  withComponentInputBinding,
  withDisabledInitialNavigation,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withViewTransitions,
} from '@angular/router';
import { routes } from './app.routes';
import type { RuntimeConfig } from './core/config/load-runtime-config';
import { RUNTIME_CONFIG } from './core/config/runtime-config';
import { provideFocusKeeping } from './core/focus/keep-focus';
import { PageTitleStrategy } from './core/language/page-title';
import { showNavigationFault } from './core/navigation/navigation-fault';
import { providePageDescription } from './core/navigation/page-description';
import { pagePathOf } from './core/navigation/page-path';
import { provideScrollPosition } from './core/scrolling/keep-scroll-position';

export function appConfig(runtimeConfig: RuntimeConfig): ApplicationConfig {
  return {
    providers: [
      provideBrowserGlobalErrorListeners(),
      { provide: RUNTIME_CONFIG, useValue: runtimeConfig },
      provideRouter(
        routes,
        withComponentInputBinding(),
        // It is begun by main.ts, once the frame around the page stands.
        withDisabledInitialNavigation(),
        withInMemoryScrolling(),
        withNavigationErrorHandler(showNavigationFault),
        withViewTransitions({ skipInitialTransition: true, onViewTransitionCreated: skipWithinPage }),
      ),
      { provide: TitleStrategy, useClass: PageTitleStrategy },
      provideScrollPosition(),
      provideFocusKeeping(),
      providePageDescription(),
    ],
  };
}

/** Pages fade into each other; within one page (search, viewer) the parts that change move by themselves. */
function skipWithinPage({ transition, from, to }: ViewTransitionInfo): void {
  if (pagePathOf(from) === pagePathOf(to)) transition.skipTransition();
}
