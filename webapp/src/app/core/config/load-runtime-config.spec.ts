import { expect, test } from '@jest/globals';
import { parseRuntimeConfig } from './load-runtime-config';

test('the API’s address has no slash at its end', () => {
  expect(parseRuntimeConfig({ apiUrl: 'https://api.example.org/api/' }).apiUrl).toBe(
    'https://api.example.org/api',
  );
});

test('a configuration without an address says what was expected and what came', () => {
  expect(() => parseRuntimeConfig({ api: 'x' })).toThrow(
    'Expected {"apiUrl": "..."} in config.json but got {"api":"x"}',
  );
  expect(() => parseRuntimeConfig(null)).toThrow(/but got null/);
});
