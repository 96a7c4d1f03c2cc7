import type { MovieWithDetails } from '../../../../core/api/api-types';

/** What a film's answer tells of its genres and directors. */
export type FilmGenre = MovieWithDetails['genres'][number];
export type FilmDirector = MovieWithDetails['directors'][number];
