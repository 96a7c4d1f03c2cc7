import { inject } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { Notices } from '../notices/notices';

/** Says that a page's code did not come: the connection broke, or a newer release has taken its place. */
export function showNavigationFault({ url }: NavigationError): void {
  const notices = inject(Notices);
  if (!navigator.onLine) {
    notices.show({ text: 'You are offline, and this page has not been here yet.', action: { label: 'OK' } });
    return;
  }
  notices.show({
    text: 'This page did not come. Load it again to try once more.',
    action: { label: 'Load again', run: () => location.assign(url) },
  });
}
