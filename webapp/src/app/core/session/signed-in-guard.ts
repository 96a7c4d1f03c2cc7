import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SessionStore } from './session-store';

/** Sends a visitor to sign in first, and then back to where they wanted to go. */
export const signedInGuard: CanActivateFn = (_route, state) =>
  inject(SessionStore).isSignedIn() ||
  inject(Router).createUrlTree(['/sign-in'], { queryParams: { next: state.url } });
