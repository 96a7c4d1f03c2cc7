import { DOCUMENT, effect, Injectable, inject, signal } from '@angular/core';
import { bestLanguage, isLanguageCode, LANGUAGES, type LanguageCode } from './languages';
import { locale, speak } from './texts';

const STORAGE_KEY = 'movieflix.language';

/** Which language is spoken: the browser's preferences decide until the visitor does. */
@Injectable({ providedIn: 'root' })
export class LanguageStore {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #choice = signal<LanguageCode | 'system'>(storedChoice());

  readonly choice = this.#choice.asReadonly();

  constructor() {
    effect(() => {
      this.#root.lang = locale();
    });
  }

  /** Resolves when the app speaks the language that was chosen before, so that the first page is in it already. */
  async start(): Promise<void> {
    await this.#speakChosen();
  }

  async choose(choice: LanguageCode | 'system'): Promise<void> {
    this.#choice.set(choice);
    if (choice === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, choice);
    await this.#speakChosen();
  }

  /** Where its texts do not come, the app goes on in the language that it speaks. */
  async #speakChosen(): Promise<void> {
    const choice = this.#choice();
    const code = choice === 'system' ? bestLanguage(navigator.languages) : choice;
    const loaded = await LANGUAGES[code].load().catch(() => null);
    if (loaded !== null && choice === this.#choice()) speak(code, loaded);
  }
}

function storedChoice(): LanguageCode | 'system' {
  const stored = localStorage.getItem(STORAGE_KEY);
  return isLanguageCode(stored) ? stored : 'system';
}
