import Joi from 'joi';
import { directorName } from '../directors/director.schema.ts';
import { withCode } from '../errors/invalid-input.ts';
import { genreName } from '../genres/genre.schema.ts';
import { languageTag, uuid } from '../http/formats.ts';
import { text } from '../http/text.ts';

export type MovieSort = 'title' | 'newest' | 'oldest';

export interface ListMovies {
  limit: number;
  cursor?: string;
  q?: string;
  genre?: string;
  director?: string;
  yearFrom?: number;
  yearTo?: number;
  favourite: boolean;
  list?: string;
  sort: MovieSort;
}

export interface MovieParams {
  id: string;
}

export interface MovieImageParams {
  id: string;
  imageId: string;
}

export interface ChangeMovie {
  title?: string;
  originalTitle?: string;
  year?: number;
  synopsis?: string;
  language?: string;
  runtimeMinutes?: number | null;
  /** Names, also of such as are not there yet. */
  genres?: string[];
  directors?: string[];
  posterImageId?: string | null;
}

export type NewMovie = ChangeMovie & { title: string; year: number };

export const synopsisLanguage = languageTag.description('The language of the synopsis, as BCP 47 has it.');

const FIRST_YEAR = 1870;
const LAST_YEAR = 2100;
const MAX_NAMES = 10;
/** A title of 200 characters, each of which may have several bytes. */
const MAX_CURSOR_CHARACTERS = 4000;

const year = Joi.number().integer().min(FIRST_YEAR).max(LAST_YEAR);

export const movieParamsSchema = Joi.object({ id: uuid.required() });

export const movieImageParamsSchema = Joi.object({ id: uuid.required(), imageId: uuid.required() });

export const listMoviesSchema = Joi.object({
  limit: Joi.number().integer().min(1).max(100).default(50),
  cursor: withCode(Joi.string().max(MAX_CURSOR_CHARACTERS), 'broken-cursor').description(
    'The `nextCursor` of an earlier page of the same sort.',
  ),
  q: text(100)
    .min(1)
    .description('Part of a title, the year or a director; one or two characters begin a word.'),
  genre: uuid.description('The id of a genre.'),
  director: uuid.description('The id of a director.'),
  yearFrom: year,
  yearTo: year,
  favourite: Joi.boolean().default(false).description('Only your favourites.'),
  list: uuid.description('The id of a list of yours.'),
  sort: Joi.string().valid('title', 'newest', 'oldest').default('title').description('By title or by year.'),
});

const title = text(200).min(1).example('Metropolis');
const names = (name: Joi.StringSchema) =>
  Joi.array()
    .items(name)
    .max(MAX_NAMES)
    .unique((one: string, other: string) => one.toLowerCase() === other.toLowerCase());

export const changeMovieSchema = Joi.object({
  title,
  originalTitle: text(200).allow(''),
  year,
  synopsis: text(4000).allow(''),
  language: synopsisLanguage,
  runtimeMinutes: Joi.number().integer().min(1).max(1000).allow(null),
  genres: names(genreName).label('GenreNames').description('Names; those that are unknown are made.'),
  directors: names(directorName)
    .label('DirectorNames')
    .description('Names in the order of the credits; those that are unknown are made.'),
  posterImageId: uuid.allow(null).description('A public image that belongs to this film.'),
}).label('ChangeMovie');

export const newMovieSchema = changeMovieSchema
  .keys({ title: title.required(), year: year.required() })
  .label('NewMovie');
