import { DOCUMENT, inject, provideEnvironmentInitializer } from '@angular/core';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** Keeps the page's description, which search engines show, that of the route: its `data.description`. */
export function providePageDescription() {
  return provideEnvironmentInitializer(() => {
    const router = inject(Router);
    const description = inject(DOCUMENT).querySelector<HTMLMetaElement>('meta[name="description"]');
    const ofTheSite = description?.content ?? '';
    router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(() => {
      if (description) description.content = descriptionOf(router.routerState.snapshot.root) ?? ofTheSite;
    });
  });
}

function descriptionOf(route: ActivatedRouteSnapshot): string | undefined {
  const { description } = route.data as { description?: string };
  return (route.firstChild && descriptionOf(route.firstChild)) ?? description;
}
