import { computed, type Signal, signal } from '@angular/core';
import type { Texts } from '../../../texts/en';
import { first } from '../../../texts/en/first';
import type { LanguageCode } from './languages';

interface Spoken {
  code: LanguageCode;
  texts: Texts;
}

/** What the other pages say comes with them. */
const spoken = signal<Spoken>({ code: 'en', texts: first as Texts });

/** What the app says, in the language that is spoken now. A page has one visitor, so it belongs to no component. */
export const texts: Signal<Texts> = computed(() => spoken().texts);

/** For dates and numbers. */
export const locale: Signal<LanguageCode> = computed(() => spoken().code);

/** Has the whole app speak another language at once. */
export function speak(code: LanguageCode, inThat: Texts): void {
  spoken.set({ code, texts: inThat });
}
