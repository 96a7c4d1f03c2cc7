import { createApplication } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { App } from './app';
import { appConfig } from './app.config';
import type { RuntimeConfig } from './core/config/load-runtime-config';
import { sayInstead } from './core/errors/say-instead';
import { LanguageStore } from './core/language/language-store';
import type { LanguageCode } from './core/language/languages';
import { speakLanguage } from './core/language/speak-language';
import { texts } from './core/language/texts';
import { loadPagesLater } from './core/navigation/load-pages-later';
import { makeInstallable } from './core/offline/make-installable';
import { ThemeStore } from './core/theme/theme-store';
import { pages } from './pages';
import { nextTask } from './shared/next-task';

/**
 * Brings the app up in place of what the page said until now.
 *
 * @param loadingConfig is what it waits for; where that does not come, the page says so
 */
export async function start(language: LanguageCode, loadingConfig: Promise<RuntimeConfig>): Promise<void> {
  // Before there is anything to say.
  if (language !== 'en') await speakLanguage(language);
  try {
    const config = appConfig(await loadingConfig);
    // Each in a task of its own, so that a phone paints between them and answers the visitor.
    await nextTask();
    const app = await createApplication(config);
    await nextTask();
    // The theme and the page's language have to stand before the first picture does.
    app.injector.get(ThemeStore);
    app.injector.get(LanguageStore);
    await nextTask();
    app.bootstrap(App);
    await nextTask();
    app.injector.get(Router).initialNavigation();
    makeInstallable();
    void loadPagesLater(pages);
  } catch (error) {
    sayInstead(texts().faults.couldNotStart(error instanceof Error ? error.message : String(error)));
    throw error;
  }
}
