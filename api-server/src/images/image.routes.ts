import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers, nothing } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { removeObjectsNowOrLater } from '../removals/removal.service.ts';
import { memberOf, viewerOf } from '../sessions/bearer.ts';
import { imageUrlsAt } from '../storage/image-urls.ts';
import { displayImageWithOriginal, displayPage } from './image.display.ts';
import { listImages } from './image.listing.ts';
import {
  type ChangeImage,
  changeImageSchema,
  type ImageParams,
  imagePageSchema,
  imageParamsSchema,
  imageSchema,
  imageWithOriginalSchema,
  type ListImages,
  type ListYears,
  listImagesSchema,
  listYearsSchema,
  removeImageSchema,
  yearsSchema,
} from './image.schema.ts';
import {
  changeImage,
  getVisibleImage,
  removeTrashedImage,
  restoreImage,
  retryImage,
  trashImage,
} from './image.service.ts';
import { listYears } from './image.years.ts';
import { displayOwnImage } from './own-image.ts';

const tags = ['api', 'images'];

export function imageRoutes(app: Application): ServerRoute[] {
  return [
    route<{ Query: ListImages }>({
      method: 'GET',
      path: '/api/images',
      options: {
        description: 'List images: public ones and, signed in, your own',
        tags,
        auth: { mode: 'optional' },
        validate: { query: listImagesSchema },
        ...answers({ 200: imagePageSchema }, [400, 401]),
      },
      handler: async (request) => {
        const viewer = viewerOf(request);
        const images = await listImages(app.db, viewer, request.query);
        const urls = await imageUrlsAt(app.bucket, new Date());
        return displayPage(images, request.query, viewer?.id, urls);
      },
    }),
    route<{ Query: ListYears }>({
      method: 'GET',
      path: '/api/images/years',
      options: {
        description: 'The years and months in which the images that you see were taken',
        tags,
        auth: { mode: 'optional' },
        validate: { query: listYearsSchema },
        ...answers({ 200: yearsSchema }, [400, 401]),
      },
      handler: async (request) => ({ items: await listYears(app.db, viewerOf(request), request.query) }),
    }),
    route<{ Params: ImageParams }>({
      method: 'GET',
      path: '/api/images/{id}',
      options: {
        description: 'One image',
        tags,
        auth: { mode: 'optional' },
        validate: { params: imageParamsSchema },
        ...answers({ 200: imageWithOriginalSchema }, [400, 401, 404]),
      },
      handler: async (request) => {
        const viewer = viewerOf(request);
        const image = await getVisibleImage(app.db, viewer, request.params.id);
        return displayImageWithOriginal(image, viewer?.id, await imageUrlsAt(app.bucket, new Date()));
      },
    }),
    route<{ Params: ImageParams; Payload: ChangeImage }>({
      method: 'PATCH',
      path: '/api/images/{id}',
      options: {
        description: 'Change title, description, tags, visibility or film',
        tags,
        validate: { params: imageParamsSchema, payload: changeImageSchema },
        ...answers({ 200: imageSchema }, [400, 401, 404]),
      },
      handler: async (request) => {
        const { id } = request.params;
        const member = memberOf(request);
        await app.db.transaction().execute((trx) => changeImage(trx, member.id, id, request.payload));
        return displayOwnImage(app, member, id);
      },
    }),
    route<{ Params: ImageParams; Query: { permanent: boolean } }>({
      method: 'DELETE',
      path: '/api/images/{id}',
      options: {
        description: 'Move to the trash, or from the trash out of existence',
        tags,
        validate: { params: imageParamsSchema, query: removeImageSchema },
        ...answers({ 204: nothing }, [400, 401, 404, 409]),
      },
      handler: async (request, h) => {
        const { id } = request.params;
        const member = memberOf(request);
        const now = new Date();
        if (!request.query.permanent) {
          await app.db.transaction().execute((trx) => trashImage(trx, member.id, id, now));
          return h.response().code(204);
        }
        const image = await app.db
          .transaction()
          .execute((trx) => removeTrashedImage(trx, member.id, id, now));
        await removeObjectsNowOrLater(app, image, now);
        return h.response().code(204);
      },
    }),
    route<{ Params: ImageParams }>({
      method: 'POST',
      path: '/api/images/{id}/restore',
      options: {
        description: 'Take back from the trash',
        tags,
        validate: { params: imageParamsSchema },
        ...answers({ 200: imageSchema }, [400, 401, 404]),
      },
      handler: async (request) => {
        const { id } = request.params;
        const member = memberOf(request);
        await app.db.transaction().execute((trx) => restoreImage(trx, member.id, id));
        return displayOwnImage(app, member, id);
      },
    }),
    route<{ Params: ImageParams }>({
      method: 'POST',
      path: '/api/images/{id}/retry',
      options: {
        description: 'Process again what failed in passing',
        tags,
        validate: { params: imageParamsSchema },
        ...answers({ 202: imageSchema }, [400, 401, 404, 409]),
      },
      handler: async (request, h) => {
        const { id } = request.params;
        const member = memberOf(request);
        await app.db.transaction().execute((trx) => retryImage(trx, app.resize, member.id, id, new Date()));
        return h.response(await displayOwnImage(app, member, id)).code(202);
      },
    }),
  ];
}
