import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers, nothing } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { memberOf } from '../sessions/bearer.ts';
import { displayList, displayLists } from './movie-list.display.ts';
import { findListsOf, findListsWith } from './movie-list.repository.ts';
import {
  type ListItemParams,
  type ListParams,
  listItemParamsSchema,
  listListsSchema,
  listParamsSchema,
  listSchema,
  listsSchema,
  type NameList,
  nameListSchema,
} from './movie-list.schema.ts';
import {
  addToList,
  createList,
  getOwnList,
  removeFromList,
  removeList,
  renameList,
} from './movie-list.service.ts';

const tags = ['api', 'lists'];
const itemPath = '/api/lists/{id}/movies/{movieId}';

export function movieListRoutes({ db }: Application): ServerRoute[] {
  return [
    route<{ Query: { movie?: string } }>({
      method: 'GET',
      path: '/api/lists',
      options: {
        description: 'Your lists of films, by name',
        tags,
        validate: { query: listListsSchema },
        ...answers({ 200: listsSchema }, [400, 401]),
      },
      handler: async (request) => {
        const { id } = memberOf(request);
        const { movie } = request.query;
        const including = movie === undefined ? undefined : await findListsWith(db, id, movie);
        return displayLists(await findListsOf(db, id), including);
      },
    }),
    route<{ Payload: NameList }>({
      method: 'POST',
      path: '/api/lists',
      options: {
        description: 'Begin a list',
        tags,
        validate: { payload: nameListSchema },
        ...answers({ 201: listSchema }, [400, 401, 409]),
      },
      handler: async (request, h) => {
        const member = memberOf(request);
        const id = await db.transaction().execute((trx) => createList(trx, member.id, request.payload.name));
        return h.response(displayList(await getOwnList(db, member.id, id))).code(201);
      },
    }),
    route<{ Params: ListParams; Payload: NameList }>({
      method: 'PATCH',
      path: '/api/lists/{id}',
      options: {
        description: 'Rename a list',
        tags,
        validate: { params: listParamsSchema, payload: nameListSchema },
        ...answers({ 200: listSchema }, [400, 401, 404, 409]),
      },
      handler: async (request) => {
        const member = memberOf(request);
        const { id } = request.params;
        await renameList(db, member.id, id, request.payload.name);
        return displayList(await getOwnList(db, member.id, id));
      },
    }),
    route<{ Params: ListParams }>({
      method: 'DELETE',
      path: '/api/lists/{id}',
      options: {
        description: 'Remove a list, but not its films',
        tags,
        validate: { params: listParamsSchema },
        ...answers({ 204: nothing }, [400, 401, 404]),
      },
      handler: async (request, h) => {
        await removeList(db, memberOf(request).id, request.params.id);
        return h.response().code(204);
      },
    }),
    route<{ Params: ListItemParams }>({
      method: 'PUT',
      path: itemPath,
      options: {
        description: 'Put a film into a list',
        tags,
        validate: { params: listItemParamsSchema },
        ...answers({ 204: nothing }, [400, 401, 404, 409]),
      },
      handler: async (request, h) => {
        const { id, movieId } = request.params;
        const member = memberOf(request);
        await db.transaction().execute((trx) => addToList(trx, member.id, id, movieId));
        return h.response().code(204);
      },
    }),
    route<{ Params: ListItemParams }>({
      method: 'DELETE',
      path: itemPath,
      options: {
        description: 'Take a film out of a list',
        tags,
        validate: { params: listItemParamsSchema },
        ...answers({ 204: nothing }, [400, 401, 404]),
      },
      handler: async (request, h) => {
        const { id, movieId } = request.params;
        const member = memberOf(request);
        await db.transaction().execute((trx) => removeFromList(trx, member.id, id, movieId));
        return h.response().code(204);
      },
    }),
  ];
}
