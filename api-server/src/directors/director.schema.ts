import Joi from 'joi';
import { languageTag, uuid } from '../http/formats.ts';
import { text } from '../http/text.ts';

export interface DirectorParams {
  id: string;
}

export interface ListDirectors {
  limit: number;
  q?: string;
}

export interface ChangeDirector {
  name?: string;
  bio?: string;
  language?: string;
  bornYear?: number | null;
  diedYear?: number | null;
}

const yearOfLife = Joi.number().integer().min(1700).max(2100).allow(null);

export const directorName = text(100).min(1).normalize('NFC');

export const bioLanguage = languageTag.description('The language of the bio, as BCP 47 has it.');

export const directorParamsSchema = Joi.object({ id: uuid.required() });

export const listDirectorsSchema = Joi.object({
  limit: Joi.number().integer().min(1).max(200).default(50),
  q: text(100).min(1).description('Part of the name; one or two characters begin a word.'),
});

export const changeDirectorSchema = Joi.object({
  name: directorName,
  bio: text(2000).allow(''),
  language: bioLanguage,
  bornYear: yearOfLife,
  diedYear: yearOfLife,
}).label('ChangeDirector');

export const directorSchema = Joi.object({
  id: uuid.required(),
  name: Joi.string().required(),
  bio: Joi.string().allow('').required(),
  language: bioLanguage.required(),
  bornYear: Joi.number().integer().allow(null).required(),
  diedYear: Joi.number().integer().allow(null).required(),
  movieCount: Joi.number().integer().required(),
}).label('Director');

export const directorsSchema = Joi.object({
  items: Joi.array().items(directorSchema).required().label('DirectorList'),
}).label('Directors');
