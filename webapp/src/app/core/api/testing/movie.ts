import type { Movie } from '../api-types';

/** A film with the fields that a test cares about. */
export function testMovie(number: number, fields: Partial<Movie> = {}): Movie {
  return {
    id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    title: `Film ${number}`,
    originalTitle: '',
    year: 1920 + number,
    synopsis: '',
    language: 'en',
    runtimeMinutes: null,
    genres: [],
    directors: [],
    poster: null,
    isFavourite: false,
    createdAt: '2026-11-23T10:00:00.000Z',
    ...fields,
  };
}
