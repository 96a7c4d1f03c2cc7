import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, withComponentInputBinding, withViewTransitions } from '@angular/router';
import { routes } from './app.routes';
import { RUNTIME_CONFIG, type RuntimeConfig } from './core/config/runtime-config';
import { errorInterceptor } from './core/errors/error-interceptor';
import { authInterceptor } from './core/session/auth-interceptor';
import { sessionEndInterceptor } from './core/session/session-end-interceptor';

export function appConfig(runtimeConfig: RuntimeConfig): ApplicationConfig {
  return {
    providers: [
      provideBrowserGlobalErrorListeners(),
      { provide: RUNTIME_CONFIG, useValue: runtimeConfig },
      provideRouter(
        routes,
        withComponentInputBinding(),
        withViewTransitions({ skipInitialTransition: true }),
      ),
      provideHttpClient(
        withFetch(),
        withInterceptors([authInterceptor, sessionEndInterceptor, errorInterceptor]),
      ),
    ],
  };
}
