import { inject } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { texts } from '../language/texts';
import { Notices } from '../notices/notices';

/** Says that a page's code did not come: the connection broke, or a newer release has taken its place. */
export function showNavigationFault({ url }: NavigationError): void {
  const notices = inject(Notices);
  const { faults } = texts();
  if (!navigator.onLine) {
    notices.show({ text: faults.pageNotVisited, action: { label: texts().shared.ok } });
    return;
  }
  notices.show({
    text: faults.pageDidNotCome,
    action: { label: faults.loadAgain, run: () => location.assign(url) },
  });
}
