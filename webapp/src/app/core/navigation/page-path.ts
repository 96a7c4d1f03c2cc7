import type { ActivatedRouteSnapshot } from '@angular/router';

/** The path of the page in sight, without what lies over it: `/gallery` for the viewer at `/gallery/{id}`. */
export function pagePathOf(root: ActivatedRouteSnapshot): string {
  let path = '';
  // The first route on the way that shows something is the page; those below it lie over it.
  for (let route = root.firstChild; route !== null; route = route.component ? null : route.firstChild) {
    for (const segment of route.url) path += `/${segment.path}`;
  }
  return path || '/';
}
