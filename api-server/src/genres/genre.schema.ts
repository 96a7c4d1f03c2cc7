import Joi from 'joi';
import { languageTag, uuid } from '../http/formats.ts';
import { text } from '../http/text.ts';

export interface GenreParams {
  id: string;
}

export interface ChangeGenre {
  name?: string;
  description?: string;
  language?: string;
}

export const genreName = text(50).min(1).normalize('NFC');

export const descriptionLanguage = languageTag.description(
  'The language of the description, as BCP 47 has it.',
);

export const genreParamsSchema = Joi.object({ id: uuid.required() });

export const changeGenreSchema = Joi.object({
  name: genreName,
  description: text(1000).allow(''),
  language: descriptionLanguage,
}).label('ChangeGenre');

export const genreSchema = Joi.object({
  id: uuid.required(),
  name: Joi.string().required(),
  description: Joi.string().allow('').required(),
  language: descriptionLanguage.required(),
  movieCount: Joi.number().integer().required(),
}).label('Genre');

export const genresSchema = Joi.object({
  items: Joi.array().items(genreSchema).required().label('GenreList'),
}).label('Genres');
