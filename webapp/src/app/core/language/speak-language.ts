import type { Texts } from '../../../texts/en';
import { LANGUAGES, type LanguageCode } from './languages';
import { locale, speak } from './texts';

let asked: LanguageCode = 'en';
let isWhole = false;

/**
 * Has the whole app speak a language as soon as its texts are there; of several that are asked for, the last one.
 *
 * @returns whether its texts came; where they do not, the app goes on in the language that it speaks
 */
export async function speakLanguage(code: LanguageCode): Promise<boolean> {
  asked = code;
  const loaded = await LANGUAGES[code].load().catch(() => null);
  if (code === asked) {
    if (loaded === null) asked = locale();
    else speakWhole(code, loaded);
  }
  return loaded !== null;
}

/**
 * Loads what says more than the app begins with, and all that the app may say.
 *
 * @throws where one of them does not come
 */
export async function withAllTexts<T>(load: () => Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([load(), bringAllTexts()]);
  return loaded;
}

async function bringAllTexts(): Promise<void> {
  // Other languages than the one that the app begins with come whole.
  if (isWhole || asked !== 'en') return;
  const whole = await LANGUAGES.en.load();
  if (asked === 'en') speakWhole('en', whole);
}

function speakWhole(code: LanguageCode, texts: Texts): void {
  isWhole = true;
  speak(code, texts);
}
