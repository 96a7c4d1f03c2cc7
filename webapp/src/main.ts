import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { routes } from './app/app.routes';
import { loadRuntimeConfig } from './app/core/config/runtime-config';
import { fetchFirstPage } from './app/core/navigation/fetch-first-page';
import { registerServiceWorker } from './app/core/offline/register-service-worker';

try {
  fetchFirstPage(routes, location.pathname);
  await bootstrapApplication(App, appConfig(await loadRuntimeConfig()));
  registerServiceWorker();
} catch (error) {
  const place = document.createElement('div');
  place.className = 'curtain';
  const reason = error instanceof Error ? error.message : error;
  place.textContent = `movieFlix could not start. ${reason} Load the page again in a moment.`;
  document.body.replaceChildren(place);
  throw error;
}
