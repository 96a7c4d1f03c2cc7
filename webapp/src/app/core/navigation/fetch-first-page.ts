import type { Route, Routes } from '@angular/router';
import { askEarly } from '../api/early-answers';

/** What a page asks the API for at first, below the API's address, with the parameters of the route's path in it. */
export type FirstAsks = readonly string[];

/**
 * Begins to fetch the code of the page that an address leads to. The router would ask for it only when the app stands,
 * which on a phone takes as long as the fetching.
 *
 * @param path of the address
 */
export function fetchFirstPage(routes: Routes, path: string): void {
  for (const { route } of routesOf(routes, path)) {
    // Where it does not come, the router asks once more and says so.
    if (route.loadComponent) void Promise.resolve(route.loadComponent()).catch(() => undefined);
  }
}

/**
 * Asks the API for what the page of an address shows first, so that it comes beside the page's code. An address with a
 * query shows something else first.
 */
export function askForFirstPage(routes: Routes, { pathname, search }: URL, apiUrl: string): void {
  if (search !== '') return;
  for (const { route, segments } of routesOf(routes, pathname)) {
    const asks: FirstAsks = route.data?.['firstAsks'] ?? [];
    for (const ask of asks) askEarly(apiUrl + withParameters(ask, route, segments));
  }
}

interface Match {
  route: Route;
  /** Those of the address that the route stands for, and those of its children. */
  segments: readonly string[];
}

function routesOf(routes: Routes, path: string): Match[] {
  return matching(
    routes,
    path.split('/').filter((segment) => segment !== ''),
  );
}

function matching(routes: Routes, segments: readonly string[]): Match[] {
  const route = routes.find((candidate) => matches(candidate, segments));
  if (route === undefined) return [];
  if (typeof route.redirectTo === 'string') return routesOf(routes, route.redirectTo);
  const children = matching(route.children ?? [], segments.slice(partsOf(route).length));
  return [{ route, segments }, ...children];
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

function withParameters(ask: string, route: Route, segments: readonly string[]): string {
  return partsOf(route).reduce(
    (filled, part, index) => (part.startsWith(':') ? filled.replaceAll(part, segments[index]!) : filled),
    ask,
  );
}

function partsOf({ path = '' }: Route): string[] {
  return path.split('/').filter((part) => part !== '');
}
