import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { ApiError } from '../errors/api-error';
import { leaveEndedSession } from './leave-ended-session';
import { SessionStore } from './session-store';

/** Ends the session here where the API refuses its token. */
export const sessionEndInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const sentToken = request.headers.get('authorization');
        const isRefused = error instanceof ApiError && error.statusCode === 401;
        if (isRefused && sentToken === `Bearer ${session.token()}`) leaveEndedSession(session, router);
      },
    }),
  );
};
