import Joi from 'joi';
import { bioLanguage } from '../directors/director.schema.ts';
import { descriptionLanguage } from '../genres/genre.schema.ts';
import { isoDate, uuid } from '../http/formats.ts';
import { thumbnailItemSchema } from '../images/image.schema.ts';
import { synopsisLanguage } from './movie.schema.ts';

const nameSchema = Joi.object({ id: uuid.required(), name: Joi.string().required() });
const yearSchema = Joi.number().integer();

const posterSchema = Joi.object({
  imageId: uuid.required(),
  width: Joi.number().integer().required().description('Pixels, after orientation.'),
  height: Joi.number().integer().required(),
  thumbhash: Joi.string().required().description('Base64.'),
  thumbnails: Joi.array().items(thumbnailItemSchema).required().label('Thumbnails'),
}).label('Poster');

export const movieSchema = Joi.object({
  id: uuid.required(),
  title: Joi.string().required(),
  originalTitle: Joi.string().allow('').required(),
  year: yearSchema.required(),
  synopsis: Joi.string().allow('').required(),
  language: synopsisLanguage.required(),
  runtimeMinutes: Joi.number().integer().allow(null).required(),
  genres: Joi.array().items(nameSchema.label('MovieGenre')).required().label('MovieGenres'),
  directors: Joi.array()
    .items(nameSchema.label('MovieDirector'))
    .required()
    .label('MovieDirectors')
    .description('In the order of the credits.'),
  poster: posterSchema
    .allow(null)
    .required()
    .description('Null as well while the image that was chosen is not visible to everybody.'),
  isFavourite: Joi.boolean().required().description('Of the member who asks.'),
  createdAt: isoDate.required(),
}).label('Movie');

export const movieWithDetailsSchema = movieSchema
  .keys({
    genres: Joi.array()
      .items(
        nameSchema
          .keys({
            description: Joi.string().allow('').required(),
            language: descriptionLanguage.required(),
          })
          .label('GenreDetails'),
      )
      .required()
      .label('GenresInDetail'),
    directors: Joi.array()
      .items(
        nameSchema
          .keys({
            bio: Joi.string().allow('').required(),
            language: bioLanguage.required(),
            bornYear: yearSchema.allow(null).required(),
            diedYear: yearSchema.allow(null).required(),
          })
          .label('DirectorDetails'),
      )
      .required()
      .label('DirectorsInDetail'),
  })
  .label('MovieWithDetails');

export const moviePageSchema = Joi.object({
  items: Joi.array().items(movieSchema).required().label('Movies'),
  nextCursor: Joi.string().allow(null).required(),
}).label('MoviePage');

export const movieYearsSchema = Joi.object({
  items: Joi.array()
    .items(
      Joi.object({
        year: yearSchema.required(),
        movieCount: Joi.number().integer().required(),
      }).label('MovieYear'),
    )
    .required()
    .label('MovieYearList')
    .description('Of all years that have films, the latest first.'),
}).label('MovieYears');
