import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers, nothing } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { adminOf, type Member, memberOf } from '../sessions/bearer.ts';
import { imageUrlsAt } from '../storage/image-urls.ts';
import { movieWithDetailsSchema } from './movie.answers.ts';
import { displayMovieWithDetails } from './movie.display.ts';
import {
  type ChangeMovie,
  changeMovieSchema,
  type MovieImageParams,
  type MovieParams,
  movieImageParamsSchema,
  movieParamsSchema,
  type NewMovie,
  newMovieSchema,
} from './movie.schema.ts';
import { changeMovie, createMovie, getMovie, removeMovie } from './movie.service.ts';
import { takeOutOfMovie } from './movie-image.service.ts';

const tags = ['api', 'movies'];

/** What changes the catalogue of films. */
export function catalogueRoutes(app: Application): ServerRoute[] {
  const display = async (admin: Member, id: string) =>
    displayMovieWithDetails(await getMovie(app.db, admin, id), await imageUrlsAt(app.bucket, new Date()));

  return [
    route<{ Payload: NewMovie }>({
      method: 'POST',
      path: '/api/movies',
      options: {
        description: 'Add a film; for administrators',
        tags,
        validate: { payload: newMovieSchema },
        ...answers({ 201: movieWithDetailsSchema }, [400, 401, 403, 409]),
      },
      handler: async (request, h) => {
        const admin = adminOf(request);
        const id = await app.db.transaction().execute((trx) => createMovie(trx, request.payload));
        return h.response(await display(admin, id)).code(201);
      },
    }),
    route<{ Params: MovieParams; Payload: ChangeMovie }>({
      method: 'PATCH',
      path: '/api/movies/{id}',
      options: {
        description: 'Change a film; for administrators',
        tags,
        validate: { params: movieParamsSchema, payload: changeMovieSchema },
        ...answers({ 200: movieWithDetailsSchema }, [400, 401, 403, 404, 409]),
      },
      handler: async (request) => {
        const admin = adminOf(request);
        const { id } = request.params;
        await app.db.transaction().execute((trx) => changeMovie(trx, id, request.payload));
        return display(admin, id);
      },
    }),
    route<{ Params: MovieParams }>({
      method: 'DELETE',
      path: '/api/movies/{id}',
      options: {
        description: 'Remove a film, but not its images; for administrators',
        tags,
        validate: { params: movieParamsSchema },
        ...answers({ 204: nothing }, [400, 401, 403, 404]),
      },
      handler: async (request, h) => {
        adminOf(request);
        await removeMovie(app.db, request.params.id);
        return h.response().code(204);
      },
    }),
    route<{ Params: MovieImageParams }>({
      method: 'DELETE',
      path: '/api/movies/{id}/images/{imageId}',
      options: {
        description: 'Take an image out of a film; for its owner, and for administrators who see it',
        tags,
        validate: { params: movieImageParamsSchema },
        ...answers({ 204: nothing }, [400, 401, 404]),
      },
      handler: async (request, h) => {
        const { id, imageId } = request.params;
        const member = memberOf(request);
        await app.db.transaction().execute((trx) => takeOutOfMovie(trx, member, id, imageId));
        return h.response().code(204);
      },
    }),
  ];
}
