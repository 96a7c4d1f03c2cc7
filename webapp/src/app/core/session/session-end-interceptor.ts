import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { ApiError } from '../errors/api-error';
import { SessionStore } from './session-store';

/** A session that the API no longer knows is over here too; the way back leads through signing in. */
export const sessionEndInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const sentToken = request.headers.get('authorization');
        const isRefused = error instanceof ApiError && error.statusCode === 401;
        if (!isRefused || sentToken !== `Bearer ${session.token()}`) return;
        session.end();
        router.navigate(['/sign-in'], { queryParams: { next: router.url }, state: { hasEnded: true } });
      },
    }),
  );
};
