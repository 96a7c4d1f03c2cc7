import { computed, type Signal, signal } from '@angular/core';
import { en, type Texts } from '../../../texts/en';
import type { LanguageCode } from './languages';

interface Spoken {
  code: LanguageCode;
  texts: Texts;
}

const spoken = signal<Spoken>({ code: 'en', texts: en });

/** What the app says, in the language that is spoken now. A page has one visitor, so it belongs to no component. */
export const texts: Signal<Texts> = computed(() => spoken().texts);

/** For dates and numbers. */
export const locale: Signal<LanguageCode> = computed(() => spoken().code);

/** Has the whole app speak another language at once. */
export function speak(code: LanguageCode, inThat: Texts): void {
  spoken.set({ code, texts: inThat });
}
