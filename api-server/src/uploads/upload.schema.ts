import { IMAGE_MEDIA_TYPES, type ImageMediaType, MAX_ORIGINAL_BYTES, PART_BYTES } from '@movieflix/contracts';
import Joi from 'joi';
import { withCode } from '../errors/invalid-input.ts';
import { isoDate, sha256Hex, uuid } from '../http/formats.ts';
import { text } from '../http/text.ts';
import { imageSchema } from '../images/image.schema.ts';

export interface AskForUpload {
  filename: string;
  contentType: ImageMediaType;
  bytes: number;
  sha256: string;
  movieId?: string;
}

export interface PartParams {
  id: string;
  n: number;
}

const MAX_PARTS = Math.ceil(MAX_ORIGINAL_BYTES / PART_BYTES);

export const askForUploadSchema = Joi.object({
  filename: text(255).min(1).required().example('harbour.jpg'),
  contentType: withCode(Joi.string().valid(...IMAGE_MEDIA_TYPES), 'unsupported-type').required(),
  bytes: withCode(
    Joi.number()
      .integer()
      .min(1)
      .max(MAX_ORIGINAL_BYTES)
      .messages({
        'number.min': '"bytes" must be at least 1: an empty file is no picture',
        'number.max': `"bytes" must be at most ${MAX_ORIGINAL_BYTES} (${MAX_ORIGINAL_BYTES / 1024 ** 2} MiB)`,
      }),
    'wrong-size',
  ).required(),
  sha256: sha256Hex.required(),
  movieId: uuid.description('The film to put the image into, also where you have these bytes already.'),
}).label('AskForUpload');

export const partParamsSchema = Joi.object({
  id: uuid.required(),
  n: Joi.number().integer().min(1).max(MAX_PARTS).required().description('Counted from 1.'),
});

export const signPartSchema = Joi.object({ sha256: sha256Hex.required() }).label('SignPart');

const methodSchema = Joi.string().valid('PUT').label('UploadMethod');

const headersSchema = Joi.object({
  'content-type': Joi.string(),
  'if-none-match': Joi.string(),
  'x-amz-checksum-sha256': Joi.string().required(),
  'x-amz-meta-filename': Joi.string(),
  'x-amz-meta-owner': Joi.string(),
  'x-amz-meta-sha256': Joi.string(),
})
  .label('UploadHeaders')
  .description('To be sent just so, besides the content length, which is signed too.');

const presignedPutSchema = Joi.object({
  method: methodSchema.required(),
  url: Joi.string().required(),
  headers: headersSchema.required(),
  expiresAt: isoDate.required(),
});

/** One schema for both kinds, because generators of client types read alternatives badly. */
const uploadSchema = Joi.object({
  method: methodSchema,
  url: Joi.string().description('For a file that goes in one piece.'),
  headers: headersSchema,
  expiresAt: isoDate,
  uploadId: Joi.string().description('For a file that goes in parts; have each signed.'),
  partBytes: Joi.number().integer().description('Bytes of every part but the last.'),
  partCount: Joi.number().integer(),
}).label('Upload');

export const startedUploadSchema = Joi.object({
  image: imageSchema.required(),
  upload: uploadSchema.required(),
}).label('StartedUpload');

export const duplicateSchema = Joi.object({
  image: imageSchema.required(),
  duplicate: Joi.boolean().valid(true).required(),
}).label('Duplicate');

export const signedPartSchema = presignedPutSchema.label('SignedPart');

export const partsSchema = Joi.object({
  items: Joi.array()
    .items(
      Joi.object({
        partNumber: Joi.number().integer().required(),
        bytes: Joi.number().integer().required(),
      }).label('Part'),
    )
    .required()
    .label('PartList'),
}).label('Parts');

export const completedSchema = Joi.object({ image: imageSchema.required() }).label('CompletedUpload');

export const completeSchema = Joi.object({}).allow(null).label('CompleteUpload');
