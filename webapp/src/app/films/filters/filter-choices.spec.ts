import { expect, test } from '@jest/globals';
import { decadesOf } from './filter-choices';

test('years are counted together by decade', () => {
  const years = [
    { year: 1931, movieCount: 2 },
    { year: 1929, movieCount: 1 },
    { year: 1920, movieCount: 3 },
  ];
  expect(decadesOf(years)).toEqual([
    { decade: 1930, movieCount: 2 },
    { decade: 1920, movieCount: 4 },
  ]);
});
