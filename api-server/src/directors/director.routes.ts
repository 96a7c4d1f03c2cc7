import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { adminOf } from '../sessions/bearer.ts';
import { findDirectors } from './director.repository.ts';
import {
  type ChangeDirector,
  changeDirectorSchema,
  type DirectorParams,
  directorParamsSchema,
  directorSchema,
  directorsSchema,
  type ListDirectors,
  listDirectorsSchema,
} from './director.schema.ts';
import { changeDirector } from './director.service.ts';

const tags = ['api', 'directors'];

export function directorRoutes(app: Application): ServerRoute[] {
  return [
    route<{ Query: ListDirectors }>({
      method: 'GET',
      path: '/api/directors',
      options: {
        description: 'The directors that have films, by name',
        tags,
        auth: { mode: 'optional' },
        validate: { query: listDirectorsSchema },
        ...answers({ 200: directorsSchema }, [400, 401]),
      },
      handler: async (request) => ({ items: await findDirectors(app.db, request.query) }),
    }),
    route<{ Params: DirectorParams; Payload: ChangeDirector }>({
      method: 'PATCH',
      path: '/api/directors/{id}',
      options: {
        description: 'Change a director; for administrators',
        tags,
        validate: { params: directorParamsSchema, payload: changeDirectorSchema },
        ...answers({ 200: directorSchema }, [400, 401, 403, 404, 409]),
      },
      handler: async (request) => {
        adminOf(request);
        return changeDirector(app.db, request.params.id, request.payload);
      },
    }),
  ];
}
