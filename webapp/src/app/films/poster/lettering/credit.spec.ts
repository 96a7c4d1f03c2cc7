import { expect, test } from '@jest/globals';
import { creditLine } from './credit';

test('a poster names its directors and its year', () => {
  expect(creditLine(1927, ['Fritz Lang'])).toBe('FRITZ LANG · 1927');
});

test('where names are too long surnames do, and else the year', () => {
  expect(creditLine(1926, ['Clyde Bruckman', 'Buster Keaton'])).toBe('BRUCKMAN, KEATON · 1926');
  expect(creditLine(1926, Array(12).fill('Clyde Bruckman'))).toBe('1926');
  expect(creditLine(1926, [])).toBe('1926');
});
