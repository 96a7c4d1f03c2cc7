import { createApplication } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { routes } from './app/app.routes';
import { loadRuntimeConfig } from './app/core/config/runtime-config';
import { languageOf, storedChoice } from './app/core/language/language-choice';
import { speakLanguage } from './app/core/language/speak-language';
import { texts } from './app/core/language/texts';
import { askForFirstPage, fetchFirstPage } from './app/core/navigation/fetch-first-page';
import { registerServiceWorker } from './app/core/offline/register-service-worker';
import { nextTask } from './app/shared/next-task';

// Before there is anything to say, and beside what else has to come.
const language = languageOf(storedChoice());
const speaking = language === 'en' ? null : speakLanguage(language);
try {
  fetchFirstPage(routes, location.pathname);
  const runtimeConfig = await loadRuntimeConfig();
  askForFirstPage(routes, new URL(location.href), runtimeConfig.apiUrl);
  await speaking;
  // Each in a task of its own, so that a phone paints between them and answers the visitor.
  const app = await createApplication(appConfig(runtimeConfig));
  await nextTask();
  app.bootstrap(App);
  await nextTask();
  app.injector.get(Router).initialNavigation();
  registerServiceWorker();
} catch (error) {
  await speaking;
  const place = document.createElement('div');
  place.className = 'curtain';
  place.textContent = texts().faults.couldNotStart(error instanceof Error ? error.message : String(error));
  document.body.replaceChildren(place);
  throw error;
}
