import { LANGUAGES, type LanguageCode } from './languages';
import { speak } from './texts';

let asked: LanguageCode;

/**
 * Has the whole app speak a language as soon as its texts are there; of several that are asked for, the last one.
 *
 * @returns whether its texts came; where they do not, the app goes on in the language that it speaks
 */
export async function speakLanguage(code: LanguageCode): Promise<boolean> {
  asked = code;
  const loaded = await LANGUAGES[code].load().catch(() => null);
  if (loaded !== null && code === asked) speak(code, loaded);
  return loaded !== null;
}
