import { DOCUMENT, effect, Injectable, inject, signal } from '@angular/core';

export type ThemeChoice = 'system' | 'dark' | 'light';

const STORAGE_KEY = 'movieflix.theme';

/** Dark or light: the system's preference decides until the visitor does. */
@Injectable({ providedIn: 'root' })
export class ThemeStore {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly choice = signal<ThemeChoice>(storedChoice());

  constructor() {
    effect(() => {
      const choice = this.choice();
      if (choice === 'system') {
        delete this.#root.dataset['theme'];
        localStorage.removeItem(STORAGE_KEY);
      } else {
        this.#root.dataset['theme'] = choice;
        localStorage.setItem(STORAGE_KEY, choice);
      }
    });
  }
}

function storedChoice(): ThemeChoice {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored === 'dark' || stored === 'light' ? stored : 'system';
}
