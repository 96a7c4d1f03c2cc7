import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers, nothing } from '../documentation/answers.ts';
import { Refusal } from '../errors/refusal.ts';
import { route } from '../http/route.ts';
import { viewerOf } from '../sessions/bearer.ts';
import { imageUrlsAt } from '../storage/image-urls.ts';
import type { Image } from './image.repository.ts';
import { type ImageParams, imageParamsSchema, originalSchema, thumbnailSchema } from './image.schema.ts';
import { getVisibleImage } from './image.service.ts';

const tags = ['api', 'images'];

/** The bytes themselves never pass through here: each answer points to the bucket. */
export function pictureRoutes(app: Application): ServerRoute[] {
  return [
    route<{ Params: ImageParams; Query: { download: boolean } }>({
      method: 'GET',
      path: '/api/images/{id}/original',
      options: {
        description: 'The file as it was uploaded',
        tags,
        auth: { mode: 'optional' },
        validate: { params: imageParamsSchema, query: originalSchema },
        ...answers({ 302: nothing }, [400, 401, 404, 409]),
      },
      handler: async (request, h) => {
        const image = await getVisibleImage(app.db, viewerOf(request), request.params.id);
        if (image.status === 'pending') throw notReady();
        const urls = await imageUrlsAt(app.bucket, new Date());
        return h.redirect(request.query.download ? urls.download(image) : urls.original(image));
      },
    }),
    route<{ Params: ImageParams; Query: { width: number } }>({
      method: 'GET',
      path: '/api/images/{id}/thumbnail',
      options: {
        description: 'The smallest rendition that is at least so wide, or else the widest',
        tags,
        auth: { mode: 'optional' },
        validate: { params: imageParamsSchema, query: thumbnailSchema },
        ...answers({ 302: nothing }, [400, 401, 404, 409]),
      },
      handler: async (request, h) => {
        const image = await getVisibleImage(app.db, viewerOf(request), request.params.id);
        const width = renditionWidth(image, request.query.width);
        if (width === undefined) throw notReady();
        const urls = await imageUrlsAt(app.bucket, new Date());
        return h.redirect(urls.rendition(image.id, width));
      },
    }),
  ];
}

function renditionWidth(image: Image, wanted: number): number | undefined {
  const widths = image.renditions.map((rendition) => rendition.width);
  return widths.find((width) => width >= wanted) ?? widths.at(-1);
}

function notReady(): Refusal {
  return new Refusal(
    409,
    'not-ready',
    'This picture is not there yet. It is still arriving or being processed.',
  );
}
