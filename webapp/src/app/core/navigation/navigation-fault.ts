import { inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { NavigationError } from '@angular/router';
import { texts } from '../language/texts';

/** Says that a page's code did not come: the connection broke, or a newer release has taken its place. */
export function showNavigationFault({ url }: NavigationError): void {
  const snackBar = inject(MatSnackBar);
  const { faults } = texts();
  if (!navigator.onLine) {
    snackBar.open(faults.pageNotVisited, texts().shared.ok);
    return;
  }
  const notice = snackBar.open(faults.pageDidNotCome, faults.loadAgain);
  notice.onAction().subscribe(() => location.assign(url));
}
