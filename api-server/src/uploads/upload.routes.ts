import type { ServerRoute } from '@hapi/hapi';
import type { Application } from '../application.ts';
import { answers, nothing } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { type ImageParams, imageParamsSchema } from '../images/image.schema.ts';
import { displayOwnImage } from '../images/own-image.ts';
import { countAgainst } from '../rates/rate-limits.ts';
import { removeObjectsNowOrLater } from '../removals/removal.service.ts';
import { memberOf } from '../sessions/bearer.ts';
import { arrivedParts, completeUpload, signPart } from './multipart.service.ts';
import { displayPresigned, displayUpload } from './upload.display.ts';
import {
  type AskForUpload,
  askForUploadSchema,
  completedSchema,
  completeSchema,
  duplicateSchema,
  type PartParams,
  partParamsSchema,
  partsSchema,
  signedPartSchema,
  signPartSchema,
  startedUploadSchema,
} from './upload.schema.ts';
import { askForUpload, giveUpUpload } from './upload.service.ts';

const tags = ['api', 'uploads'];

export function uploadRoutes(app: Application): ServerRoute[] {
  return [
    route<{ Payload: AskForUpload }>({
      method: 'POST',
      path: '/api/images',
      options: {
        description: 'Ask for an upload, or continue one',
        tags,
        validate: { payload: askForUploadSchema },
        ...answers({ 200: duplicateSchema, 201: startedUploadSchema }, [400, 401, 404, 409, 429]),
      },
      handler: async (request, h) => {
        const member = memberOf(request);
        await countAgainst(app.rates.uploads, member.id, 'uploads');
        const { maxMemberBytes } = app.config;
        const { db, bucket } = app;
        const asked = await askForUpload(db, bucket, member.id, request.payload, maxMemberBytes, new Date());
        const image = await displayOwnImage(app, member, asked.imageId);
        if (asked.upload === undefined) return { image, duplicate: true };
        return h.response({ image, upload: displayUpload(asked.upload) }).code(201);
      },
    }),
    route<{ Params: PartParams; Payload: { sha256: string } }>({
      method: 'POST',
      path: '/api/images/{id}/parts/{n}',
      options: {
        description: 'Have a part of a large upload signed',
        tags,
        validate: { params: partParamsSchema, payload: signPartSchema },
        ...answers({ 200: signedPartSchema }, [400, 401, 404]),
      },
      handler: async (request) => {
        const { id, n } = request.params;
        const part = { partNumber: n, sha256: request.payload.sha256 };
        return displayPresigned(
          await signPart(app.db, app.bucket, memberOf(request).id, id, part, new Date()),
        );
      },
    }),
    route<{ Params: ImageParams }>({
      method: 'GET',
      path: '/api/images/{id}/parts',
      options: {
        description: 'The parts of a large upload that have arrived',
        tags,
        validate: { params: imageParamsSchema },
        ...answers({ 200: partsSchema }, [400, 401, 404]),
      },
      handler: async (request) => {
        const parts = await arrivedParts(app.db, app.bucket, memberOf(request).id, request.params.id);
        return { items: parts.map(({ partNumber, bytes }) => ({ partNumber, bytes })) };
      },
    }),
    route<{ Params: ImageParams }>({
      method: 'POST',
      path: '/api/images/{id}/complete',
      options: {
        description: 'Put the parts of a large upload together',
        tags,
        validate: { params: imageParamsSchema, payload: completeSchema },
        ...answers({ 200: completedSchema }, [400, 401, 404, 409]),
      },
      handler: async (request) => {
        const member = memberOf(request);
        const { id } = request.params;
        await completeUpload(app.db, app.bucket, member.id, id);
        return { image: await displayOwnImage(app, member, id) };
      },
    }),
    route<{ Params: ImageParams }>({
      method: 'DELETE',
      path: '/api/images/{id}/upload',
      options: {
        description: 'Give up an upload that has not arrived',
        tags,
        validate: { params: imageParamsSchema },
        ...answers({ 204: nothing }, [400, 401, 404, 409]),
      },
      handler: async (request, h) => {
        const { id } = memberOf(request);
        const now = new Date();
        const image = await app.db
          .transaction()
          .execute((trx) => giveUpUpload(trx, app.bucket, id, request.params.id, now));
        await removeObjectsNowOrLater(app, image, now);
        return h.response().code(204);
      },
    }),
  ];
}
