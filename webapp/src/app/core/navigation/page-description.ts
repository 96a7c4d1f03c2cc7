import { DOCUMENT, effect, inject, provideEnvironmentInitializer, signal } from '@angular/core';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import type { Texts } from '../../../texts/en';
import { texts } from '../language/texts';

/** What a route may have as its `data.description`. */
export type PageDescription = keyof Texts['descriptions'];

/** Keeps the page's description, which search engines show, that of the route, or of the site. */
export function providePageDescription() {
  return provideEnvironmentInitializer(() => {
    const router = inject(Router);
    const meta = inject(DOCUMENT).querySelector<HTMLMetaElement>('meta[name="description"]');
    const page = signal<PageDescription>('site');
    router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(() => {
      page.set(descriptionOf(router.routerState.snapshot.root) ?? 'site');
    });
    effect(() => {
      if (meta) meta.content = texts().descriptions[page()];
    });
  });
}

function descriptionOf(route: ActivatedRouteSnapshot): PageDescription | undefined {
  const { description } = route.data as { description?: PageDescription };
  return (route.firstChild && descriptionOf(route.firstChild)) ?? description;
}
