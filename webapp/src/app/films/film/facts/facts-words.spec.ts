import { expect, test } from '@jest/globals';
import { lifeWords } from './life';
import { runtimeWords } from './runtime';

test.each([
  [1, '1 min'],
  [45, '45 min'],
  [120, '2 h'],
  [153, '2 h 33 min'],
])('%d minutes are %s', (minutes, words) => {
  expect(runtimeWords(minutes)).toBe(words);
});

test.each([
  [1890, 1976, '1890 – 1976'],
  [1942, null, 'born 1942'],
  [null, 1976, 'died 1976'],
  [null, null, ''],
])('a life from %p to %p is %p', (born, died, words) => {
  expect(lifeWords(born, died)).toBe(words);
});
