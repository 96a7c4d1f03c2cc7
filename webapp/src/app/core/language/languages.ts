import type { Texts } from '../../../texts/en';

export interface Language {
  /** As those who speak it call it. */
  name: string;
  /** Said where not even the code came that could say more. */
  didNotCome: string;
  load(): Promise<Texts>;
}

/** By their BCP 47 codes. A further language is a file beside these two and an entry here. */
export const LANGUAGES = {
  en: {
    name: 'English',
    didNotCome: 'Not all of movieFlix came. Load the page again in a moment.',
    load: async () => (await import('../../../texts/en')).en,
  },
  de: {
    name: 'Deutsch',
    didNotCome: 'Nicht alles von movieFlix ist angekommen. Lade die Seite gleich noch einmal.',
    load: async () => (await import('../../../texts/de')).de,
  },
} as const satisfies Record<string, Language>;

export type LanguageCode = keyof typeof LANGUAGES;

export function isLanguageCode(code: string | null): code is LanguageCode {
  return code !== null && Object.hasOwn(LANGUAGES, code);
}

/** The first of a visitor's languages that the app speaks, whatever the region; English where it speaks none. */
export function bestLanguage(wanted: readonly string[]): LanguageCode {
  const codes = wanted.map((tag) => tag.split('-')[0]!.toLowerCase());
  return codes.find(isLanguageCode) ?? 'en';
}
