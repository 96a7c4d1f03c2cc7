import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { viewerOf } from '../sessions/bearer.ts';
import { imageUrlsAt } from '../storage/image-urls.ts';
import { moviePageSchema, movieWithDetailsSchema, movieYearsSchema } from './movie.answers.ts';
import { displayMoviePage, displayMovieWithDetails } from './movie.display.ts';
import { listMovies } from './movie.listing.ts';
import { countMoviesByYear } from './movie.repository.ts';
import { type ListMovies, listMoviesSchema, type MovieParams, movieParamsSchema } from './movie.schema.ts';
import { getMovie } from './movie.service.ts';

const tags = ['api', 'movies'];

export function movieRoutes(app: Application): ServerRoute[] {
  return [
    route<{ Query: ListMovies }>({
      method: 'GET',
      path: '/api/movies',
      options: {
        description: 'List films',
        tags,
        auth: { mode: 'optional' },
        validate: { query: listMoviesSchema },
        ...answers({ 200: moviePageSchema }, [400, 401, 404]),
      },
      handler: async (request) => {
        const { limit, sort } = request.query;
        const movies = await listMovies(app.db, viewerOf(request), request.query);
        return displayMoviePage(movies, limit, sort, await imageUrlsAt(app.bucket, new Date()));
      },
    }),
    route({
      method: 'GET',
      path: '/api/movies/years',
      options: {
        description: 'The years that have films',
        tags,
        auth: { mode: 'optional' },
        ...answers({ 200: movieYearsSchema }, [401]),
      },
      handler: async () => ({ items: await countMoviesByYear(app.db) }),
    }),
    route<{ Params: MovieParams }>({
      method: 'GET',
      path: '/api/movies/{id}',
      options: {
        description: 'One film, with what is known of its genres and directors',
        tags,
        auth: { mode: 'optional' },
        validate: { params: movieParamsSchema },
        ...answers({ 200: movieWithDetailsSchema }, [400, 401, 404]),
      },
      handler: async (request) => {
        const movie = await getMovie(app.db, viewerOf(request), request.params.id);
        return displayMovieWithDetails(movie, await imageUrlsAt(app.bucket, new Date()));
      },
    }),
  ];
}
