import Joi from 'joi';
import { isoDate, uuid } from '../http/formats.ts';
import { text } from '../http/text.ts';

export interface ListParams {
  id: string;
}

export interface ListItemParams {
  id: string;
  movieId: string;
}

export interface NameList {
  name: string;
}

export const listParamsSchema = Joi.object({ id: uuid.required() });

export const listItemParamsSchema = Joi.object({ id: uuid.required(), movieId: uuid.required() });

export const listListsSchema = Joi.object({
  movie: uuid.description('The id of a film; each list then says whether it has it.'),
});

export const nameListSchema = Joi.object({
  name: text(100).min(1).normalize('NFC').required().example('To watch'),
}).label('NameList');

export const listSchema = Joi.object({
  id: uuid.required(),
  name: Joi.string().required(),
  movieCount: Joi.number().integer().required(),
  createdAt: isoDate.required(),
  includesMovie: Joi.boolean().description('Only where a film was asked about.'),
}).label('MovieList');

export const listsSchema = Joi.object({
  items: Joi.array().items(listSchema).required().label('MovieListList'),
}).label('MovieLists');
