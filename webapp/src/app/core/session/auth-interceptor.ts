import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import { SessionStore } from './session-store';

/** Sends the session's token to the API, and to nobody else. */
export const authInterceptor: HttpInterceptorFn = (request, next) => {
  const token = inject(SessionStore).token();
  const isForApi = request.url.startsWith(`${inject(RUNTIME_CONFIG).apiUrl}/`);
  if (token === null || !isForApi) return next(request);
  return next(request.clone({ setHeaders: { authorization: `Bearer ${token}` } }));
};
