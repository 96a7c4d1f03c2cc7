import { bestLanguage, isLanguageCode, type LanguageCode } from './languages';

/** A language, or whichever of the browser's the app speaks. */
export type LanguageChoice = LanguageCode | 'system';

const STORAGE_KEY = 'movieflix.language';

export function storedChoice(): LanguageChoice {
  const stored = localStorage.getItem(STORAGE_KEY);
  return isLanguageCode(stored) ? stored : 'system';
}

export function storeChoice(choice: LanguageChoice): void {
  if (choice === 'system') localStorage.removeItem(STORAGE_KEY);
  else localStorage.setItem(STORAGE_KEY, choice);
}

export function languageOf(choice: LanguageChoice): LanguageCode {
  return choice === 'system' ? bestLanguage(navigator.languages) : choice;
}
