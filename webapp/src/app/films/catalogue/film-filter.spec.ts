import { expect, test } from '@jest/globals';
import { isNarrowed, PAGE_SIZE, parseFilter, toMovieQuery } from './film-filter';

const GENRE = '01900000-0000-7000-8000-000000000001';

test('an address becomes the API’s filters', () => {
  const filter = parseFilter({
    q: ' moon ',
    genre: GENRE,
    decade: '1920',
    show: 'favourites',
    sort: 'oldest',
  });
  expect(toMovieQuery(filter)).toEqual({
    limit: PAGE_SIZE,
    q: 'moon',
    genre: GENRE,
    yearFrom: 1920,
    yearTo: 1929,
    favourite: true,
    sort: 'oldest',
  });
});

test('what cannot be meant shows everything by title', () => {
  const filter = parseFilter({
    q: ' ',
    genre: 'noir',
    decade: '1925',
    show: 'theirs',
    list: '1',
    sort: 'best',
  });
  expect(toMovieQuery(filter)).toEqual({ limit: PAGE_SIZE, sort: 'title' });
  expect(isNarrowed(filter)).toBe(false);
});

test('favourites and lists are places, not filters to clear', () => {
  expect(isNarrowed(parseFilter({ show: 'favourites', list: GENRE, sort: 'newest' }))).toBe(false);
  expect(isNarrowed(parseFilter({ show: 'favourites', decade: '1930' }))).toBe(true);
});
