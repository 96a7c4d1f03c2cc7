import { loadRuntimeConfig } from './app/core/config/load-runtime-config';
import { sayInstead } from './app/core/errors/say-instead';
import { languageOf, storedChoice } from './app/core/language/language-choice';
import { LANGUAGES } from './app/core/language/languages';
import { askForFirstPage, fetchFirstPage } from './app/core/navigation/fetch-first-page';
import { pages } from './app/pages';

// All that the first page needs is asked for before the framework has come.
const starting = import('./app/start');
const language = languageOf(storedChoice());
fetchFirstPage(pages, location.pathname, language);

const loadingConfig = loadRuntimeConfig();
loadingConfig.then(
  ({ apiUrl }) => askForFirstPage(pages, new URL(location.href), apiUrl),
  // The app says so.
  () => undefined,
);
// Not awaited here: what is imported imports some of this in turn, and would wait for its end.
void starting.then(
  ({ start }) => start(language, loadingConfig),
  () => sayInstead(LANGUAGES[language].didNotCome),
);
