import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { adminOf } from '../sessions/bearer.ts';
import { findGenres } from './genre.repository.ts';
import {
  type ChangeGenre,
  changeGenreSchema,
  type GenreParams,
  genreParamsSchema,
  genreSchema,
  genresSchema,
} from './genre.schema.ts';
import { changeGenre } from './genre.service.ts';

const tags = ['api', 'genres'];

export function genreRoutes(app: Application): ServerRoute[] {
  return [
    route({
      method: 'GET',
      path: '/api/genres',
      options: {
        description: 'The genres that have films, by name',
        tags,
        auth: { mode: 'optional' },
        ...answers({ 200: genresSchema }, [401]),
      },
      handler: async () => ({ items: await findGenres(app.db) }),
    }),
    route<{ Params: GenreParams; Payload: ChangeGenre }>({
      method: 'PATCH',
      path: '/api/genres/{id}',
      options: {
        description: 'Change a genre; for administrators',
        tags,
        validate: { params: genreParamsSchema, payload: changeGenreSchema },
        ...answers({ 200: genreSchema }, [400, 401, 403, 404, 409]),
      },
      handler: async (request) => {
        adminOf(request);
        return changeGenre(app.db, request.params.id, request.payload);
      },
    }),
  ];
}
