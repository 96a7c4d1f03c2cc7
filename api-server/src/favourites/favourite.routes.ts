import type { ServerRoute } from '@hapi/hapi';
import Joi from 'joi';
import type { Application } from '../application.ts';
import { answers, nothing } from '../documentation/answers.ts';
import { uuid } from '../http/formats.ts';
import { route } from '../http/route.ts';
import { keepMovie } from '../movies/movie.service.ts';
import { memberOf } from '../sessions/bearer.ts';
import { deleteFavourite, insertFavourite } from './favourite.repository.ts';

interface FavouriteParams {
  movieId: string;
}

const tags = ['api', 'favourites'];
const path = '/api/favourites/{movieId}';
const favouriteParamsSchema = Joi.object({ movieId: uuid.required() });

export function favouriteRoutes(app: Application): ServerRoute[] {
  return [
    route<{ Params: FavouriteParams }>({
      method: 'PUT',
      path,
      options: {
        description: 'Make a film one of your favourites',
        tags,
        validate: { params: favouriteParamsSchema },
        ...answers({ 204: nothing }, [400, 401, 404]),
      },
      handler: async (request, h) => {
        const { movieId } = request.params;
        const { id } = memberOf(request);
        await app.db.transaction().execute(async (trx) => {
          await keepMovie(trx, movieId);
          await insertFavourite(trx, id, movieId);
        });
        return h.response().code(204);
      },
    }),
    route<{ Params: FavouriteParams }>({
      method: 'DELETE',
      path,
      options: {
        description: 'Make a film none of your favourites',
        tags,
        validate: { params: favouriteParamsSchema },
        ...answers({ 204: nothing }, [400, 401]),
      },
      handler: async (request, h) => {
        await deleteFavourite(app.db, memberOf(request).id, request.params.movieId);
        return h.response().code(204);
      },
    }),
  ];
}
