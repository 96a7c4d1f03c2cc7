import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { loadRuntimeConfig } from './app/core/config/runtime-config';

try {
  await bootstrapApplication(App, appConfig(await loadRuntimeConfig()));
} catch (error) {
  document.body.textContent = `movieFlix could not start. ${error instanceof Error ? error.message : error}`;
  throw error;
}
