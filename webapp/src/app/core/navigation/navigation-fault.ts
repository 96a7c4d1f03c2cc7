import { inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { NavigationError } from '@angular/router';

/** Says that a page's code did not come: the connection broke, or a newer release has taken its place. */
export function showNavigationFault({ url }: NavigationError): void {
  const snackBar = inject(MatSnackBar);
  if (!navigator.onLine) {
    snackBar.open('You are offline, and this page has not been here yet.', 'OK');
    return;
  }
  const notice = snackBar.open('This page did not come. Load it again to try once more.', 'Load again');
  notice.onAction().subscribe(() => location.assign(url));
}
