import Hapi, { type RouteOptionsCors, type Server } from '@hapi/hapi';
import Inert from '@hapi/inert';
import type { Application } from './application.ts';
import { directorRoutes } from './directors/director.routes.ts';
import { addDocumentation } from './documentation/openapi.ts';
import { documentSecurity } from './documentation/security.ts';
import { answerErrors } from './errors/error-answers.ts';
import { refuseInvalidInput } from './errors/invalid-input.ts';
import { eventRoutes } from './events/event.routes.ts';
import { favouriteRoutes } from './favourites/favourite.routes.ts';
import { genreRoutes } from './genres/genre.routes.ts';
import { healthRoutes } from './health/health.routes.ts';
import { refuseWhileStarting } from './health/starting.ts';
import { compressWithBrotli } from './http/brotli.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { imageRoutes } from './images/image.routes.ts';
import { pictureRoutes } from './images/picture.routes.ts';
import { logRequests } from './logging/request-log.ts';
import { movieListRoutes } from './movie-lists/movie-list.routes.ts';
import { catalogueRoutes } from './movies/catalogue.routes.ts';
import { movieRoutes } from './movies/movie.routes.ts';
import { authenticateByBearer } from './sessions/bearer.ts';
import { sessionRoutes } from './sessions/session.routes.ts';
import { uploadRoutes } from './uploads/upload.routes.ts';
import { userRoutes } from './users/user.routes.ts';
import { webappRoutes } from './webapp/webapp.routes.ts';

/** The largest request is a description with tags; pictures go to the bucket. */
const MAX_PAYLOAD_BYTES = 64 * 1024;

/**
 * How long a connection without a request stays open: longer than the load balancer keeps one (web.yaml's
 * idle_timeout), or it would at times send a request into a connection that is just being closed, and answer 502.
 */
const IDLE_CONNECTION_MS = 130_000;

export interface ServerOptions {
  /** Hold every answer against its documented schema, and fail where it differs. For tests: it costs time. */
  checkAnswers?: boolean;
}

/** The API as a server that does not listen yet. */
export async function createServer(app: Application, options: ServerOptions = {}): Promise<Server> {
  const { config } = app;
  const server = Hapi.server({
    port: config.port,
    host: config.host,
    // Errors are logged as JSON lines, not on the console.
    debug: false,
    routes: {
      cors: corsFor(config.allowedOrigins),
      payload: { maxBytes: MAX_PAYLOAD_BYTES, allow: 'application/json' },
      validate: { failAction: refuseInvalidInput, options: { abortEarly: false, errors: { label: 'key' } } },
      response: { sample: options.checkAnswers ? 100 : 0, failAction: 'error' },
    },
  });
  server.listener.keepAliveTimeout = IDLE_CONNECTION_MS;
  logRequests(server, app.log);
  refuseWhileStarting(server, app);
  authenticateByBearer(server, app.db);
  answerErrors(server);
  addSecurityHeaders(server);
  compressWithBrotli(server);
  await server.register(Inert);
  await addDocumentation(server);
  const routes = [
    ...healthRoutes(app),
    ...userRoutes(app),
    ...sessionRoutes(app),
    ...imageRoutes(app),
    ...pictureRoutes(app),
    ...uploadRoutes(app),
    ...eventRoutes(app),
    ...movieRoutes(app),
    ...catalogueRoutes(app),
    ...genreRoutes(app),
    ...directorRoutes(app),
    ...favouriteRoutes(app),
    ...movieListRoutes(app),
  ];
  server.route(routes.map(documentSecurity));
  if (config.webappDir !== undefined) server.route(webappRoutes(config.webappDir, app.bucket.origin));
  return server;
}

function corsFor(origins: readonly string[]): RouteOptionsCors | false {
  if (origins.length === 0) return false;
  return {
    origin: [...origins],
    headers: ['Authorization', 'Content-Type'],
    additionalExposedHeaders: ['Retry-After'],
    maxAge: 3600,
  };
}
