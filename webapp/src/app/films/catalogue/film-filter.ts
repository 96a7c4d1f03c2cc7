import type { MovieQuery } from '../../core/api/movies-api';

export type FilmSort = 'title' | 'newest' | 'oldest';

/** Which films the address asks for. Empty strings and nulls narrow nothing. */
export interface FilmFilter {
  q: string;
  /** The id of a genre. */
  genre: string;
  /** The id of a director. */
  director: string;
  /** Its first year: 1920 for the twenties. */
  decade: number | null;
  isFavourite: boolean;
  /** The id of a list of the member. */
  list: string;
  sort: FilmSort;
}

/** The address's query, as it came. */
export type FilmParams = Partial<
  Record<'q' | 'genre' | 'director' | 'decade' | 'show' | 'list' | 'sort', string | undefined>
>;

export const PAGE_SIZE = 100;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What cannot be meant is left out, as if it were not there. */
export function parseFilter(params: FilmParams): FilmFilter {
  const idIn = (value = '') => (UUID.test(value) ? value : '');
  const { q = '', decade = '', show, sort } = params;
  return {
    q: q.trim(),
    genre: idIn(params.genre),
    director: idIn(params.director),
    decade: /^(18[789]|19\d|20\d)0$/.test(decade) ? Number(decade) : null,
    isFavourite: show === 'favourites',
    list: idIn(params.list),
    sort: sort === 'newest' || sort === 'oldest' ? sort : 'title',
  };
}

export function toMovieQuery(filter: FilmFilter): MovieQuery {
  const { q, genre, director, decade, isFavourite, list, sort } = filter;
  return {
    limit: PAGE_SIZE,
    sort,
    ...(q && { q }),
    ...(genre && { genre }),
    ...(director && { director }),
    ...(decade !== null && { yearFrom: decade, yearTo: decade + 9 }),
    ...(isFavourite && { favourite: true }),
    ...(list && { list }),
  };
}

/** Whether films of the place, all or the favourites or a list, may be missing for what was searched or chosen. */
export function isNarrowed({ q, genre, director, decade }: FilmFilter): boolean {
  return q !== '' || genre !== '' || director !== '' || decade !== null;
}

/** Whether the place is one that only a member has. */
export function isOfMember({ isFavourite, list }: FilmFilter): boolean {
  return isFavourite || list !== '';
}
