import { DOCUMENT, effect, Injectable, inject, signal } from '@angular/core';
import { type LanguageChoice, languageOf, storeChoice, storedChoice } from './language-choice';
import { speakLanguage } from './speak-language';
import { locale } from './texts';

/** Which language is spoken: the browser's preferences decide until the visitor does. */
@Injectable({ providedIn: 'root' })
export class LanguageStore {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #choice = signal(storedChoice());

  readonly choice = this.#choice.asReadonly();

  constructor() {
    effect(() => {
      this.#root.lang = locale();
    });
  }

  /** @returns whether the language could be had; it stays chosen and is tried again with the next page load */
  async choose(choice: LanguageChoice): Promise<boolean> {
    this.#choice.set(choice);
    storeChoice(choice);
    return speakLanguage(languageOf(choice));
  }
}
