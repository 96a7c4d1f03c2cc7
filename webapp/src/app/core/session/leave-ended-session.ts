import type { Router } from '@angular/router';
import type { SessionStore } from './session-store';

/** A session that the API no longer knows is over here too; the way back leads through signing in. */
export function leaveEndedSession(session: SessionStore, router: Router): void {
  session.end();
  router.navigate(['/sign-in'], { queryParams: { next: router.url }, state: { hasEnded: true } });
}
