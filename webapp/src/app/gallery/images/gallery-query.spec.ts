import { expect, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { belongs, parseShow, toImageQuery } from './gallery-query';

test('a search by words and owner becomes the API’s filters', () => {
  expect(toImageQuery({ q: 'harbour', show: 'mine' })).toEqual({ limit: 100, q: 'harbour', owner: 'me' });
  expect(toImageQuery({ q: '', show: 'public' })).toEqual({ limit: 100, visibility: 'public' });
});

test('an unknown word in the address shows everything', () => {
  expect(parseShow('theirs')).toBe('all');
});

test('a trashed image belongs nowhere', () => {
  const trashed = testImage(1, { trashedAt: '2026-11-23T10:00:00.000Z' });
  expect(belongs(trashed, { q: '', show: 'all' }, true)).toBe(false);
});

test('an image that became private leaves the public list', () => {
  expect(belongs(testImage(1), { q: '', show: 'public' }, true)).toBe(false);
});

test('a pushed image joins no search, because only the API knows what matches', () => {
  expect(belongs(testImage(1), { q: 'harbour', show: 'all' }, false)).toBe(false);
  expect(belongs(testImage(1), { q: 'harbour', show: 'all' }, true)).toBe(true);
});

test('the list of a film has its images alone, and asks for them', () => {
  const query = { q: '', show: 'all', movieId: 'nosferatu' } as const;
  expect(toImageQuery(query)).toEqual({ limit: 100, movie: 'nosferatu' });
  expect(belongs(testImage(1, { movieId: 'nosferatu' }), query, false)).toBe(true);
  expect(belongs(testImage(1, { movieId: null }), query, true)).toBe(false);
});
