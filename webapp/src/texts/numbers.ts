import { once } from '../app/shared/once.ts';

/** Numbers below are written alike in all languages that write with these digits. */
const FIRST_WITH_SEPARATOR = 1_000;

/**
 * Words that go with numbers, in a language.
 *
 * @param language as a BCP 47 code
 */
export function numbersIn(language: string) {
  // Made when first needed: both together take a phone a tenth of a second, before the app has drawn anything.
  const rules = once(() => new Intl.PluralRules(language));
  const digits = once(() => new Intl.NumberFormat(language));
  const number = (count: number) => (count < FIRST_WITH_SEPARATOR ? String(count) : digits().format(count));
  return {
    number,
    /** `one` or `other`, as the language has it for such a count, with the count in the place of every `#`. */
    plural: (count: number, one: string, other: string) =>
      (rules().select(count) === 'one' ? one : other).replaceAll('#', number(count)),
  };
}
