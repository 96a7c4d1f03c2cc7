import { expect, test } from '@jest/globals';
import { bestLanguage } from './languages';

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'DE'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['fr', 'ja'], 'en'],
  [['toString'], 'en'],
  [[], 'en'],
])('of %j the app speaks %s', (wanted, best) => {
  expect(bestLanguage(wanted)).toBe(best);
});
