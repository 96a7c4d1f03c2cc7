import type { Route, Routes } from '@angular/router';

/**
 * Begins to fetch the code of the page that an address leads to. The router would ask for it only when the app stands,
 * which on a phone takes as long as the fetching.
 *
 * @param path of the address
 */
export function fetchFirstPage(routes: Routes, path: string): void {
  fetchMatching(
    routes,
    path.split('/').filter((segment) => segment !== ''),
  );
}

function fetchMatching(routes: Routes, segments: readonly string[]): void {
  const route = routes.find((candidate) => matches(candidate, segments));
  if (typeof route?.redirectTo === 'string') fetchFirstPage(routes, route.redirectTo);
  // Where it does not come, the router asks once more and says so.
  if (route?.loadComponent) void Promise.resolve(route.loadComponent()).catch(() => undefined);
  if (route?.children) fetchMatching(route.children, segments.slice(partsOf(route).length));
}

/** A route without children is all of the address, one with children the beginning of it. */
function matches(route: Route, segments: readonly string[]): boolean {
  const parts = partsOf(route);
  const isWhole = parts.length === segments.length;
  return (
    (isWhole || route.children !== undefined) &&
    parts.every(
      (part, index) => part === segments[index] || (part.startsWith(':') && index < segments.length),
    )
  );
}

function partsOf({ path = '' }: Route): string[] {
  return path.split('/').filter((part) => part !== '');
}
