import Joi from 'joi';
import { withCode } from '../errors/invalid-input.ts';
import { isoDate, uuid } from '../http/formats.ts';
import { text } from '../http/text.ts';
import type { ImageStatus, Visibility } from './image.table.ts';

export interface ImageParams {
  id: string;
}

export type Sort = 'newest' | 'oldest' | 'taken-newest' | 'taken-oldest';

export interface ListImages {
  limit: number;
  cursor?: string;
  from?: string;
  q?: string;
  tag?: string;
  owner?: string;
  movie?: string;
  status?: ImageStatus;
  visibility?: Visibility;
  trashed: boolean;
  sort: Sort;
}

export type ListYears = Pick<ListImages, 'owner' | 'visibility'>;

export interface ChangeImage {
  title?: string;
  description?: string;
  tags?: string[];
  visibility?: Visibility;
  movieId?: string | null;
}

const MAX_TAGS = 50;
const tag = text(50).min(1).lowercase();
const owner = Joi.alternatives()
  .try(Joi.string().valid('me'), uuid)
  .description('`me`, or the id of a member.');
const status = Joi.string().valid('pending', 'ready', 'failed');
const visibility = Joi.string()
  .valid('private', 'public')
  .description('A public image is shown to everybody, and so is its original.');

export const imageParamsSchema = Joi.object({ id: uuid.required() });

export const listImagesSchema = Joi.object({
  limit: Joi.number().integer().min(1).max(200).default(50),
  cursor: withCode(Joi.string().max(100), 'broken-cursor').description(
    'The `nextCursor` of an earlier page, or with the opposite `sort` its `previousCursor`.',
  ),
  from: isoDate
    .when('sort', { is: Joi.valid('taken-newest', 'taken-oldest'), otherwise: Joi.forbidden() })
    .description('The moment to begin at, where images are sorted by when they were taken.'),
  q: text(100).min(1).description('Part of the title, the file name or the description.'),
  tag,
  owner,
  movie: uuid.description('The id of a film that the images belong to.'),
  status,
  visibility,
  trashed: Joi.boolean().default(false),
  sort: Joi.string()
    .valid('newest', 'oldest', 'taken-newest', 'taken-oldest')
    .default('newest')
    .description('By upload, or by when they were taken; the upload counts where that is not known.'),
}).oxor('cursor', 'from');

export const listYearsSchema = Joi.object({ owner, visibility });

export const changeImageSchema = Joi.object({
  title: text(200).allow(''),
  description: text(2000).allow(''),
  tags: Joi.array().items(tag).max(MAX_TAGS).unique(),
  visibility,
  movieId: uuid.allow(null).description('The film that it is put into, or null to take it out of its film.'),
}).label('ChangeImage');

export const removeImageSchema = Joi.object({
  permanent: Joi.boolean().default(false).description('Remove for good what is in the trash.'),
});

export const originalSchema = Joi.object({
  download: Joi.boolean().default(false).description('Have the browser save it under its file name.'),
});

export const thumbnailSchema = Joi.object({
  width: Joi.number()
    .integer()
    .min(1)
    .max(20_000)
    .default(640)
    .description('Pixels that are at least wanted.'),
});

const failureSchema = Joi.object({
  reason: Joi.string().required(),
  message: Joi.string().required().description('A sentence for the owner.'),
  canRetry: Joi.boolean().required(),
}).label('Failure');

const exifSchema = Joi.object({
  takenAt: Joi.string(),
  cameraMake: Joi.string(),
  cameraModel: Joi.string(),
  lensModel: Joi.string(),
  exposureSeconds: Joi.number(),
  fNumber: Joi.number(),
  iso: Joi.number(),
  focalLengthMm: Joi.number(),
  latitude: Joi.number().description('Degrees, WGS 84; shown to the owner only.'),
  longitude: Joi.number(),
  altitudeMeters: Joi.number(),
}).label('Exif');

export const thumbnailItemSchema = Joi.object({
  width: Joi.number().integer().required(),
  height: Joi.number().integer().required(),
  url: Joi.string().required().description('Works without a token for an hour or two.'),
}).label('Thumbnail');

export const imageSchema = Joi.object({
  id: uuid.required(),
  filename: Joi.string().required(),
  title: Joi.string().allow('').required(),
  description: Joi.string().allow('').required(),
  contentType: Joi.string().required(),
  bytes: Joi.number().integer().required(),
  width: Joi.number().integer().allow(null).required().description('Pixels, after orientation.'),
  height: Joi.number().integer().allow(null).required(),
  status: status.required().label('ImageStatus'),
  failure: failureSchema.allow(null).required(),
  isAnimated: Joi.boolean()
    .required()
    .description('Whether the original moves; its thumbnails show one frame of it.'),
  thumbhash: Joi.string().allow(null).required().description('Base64.'),
  exif: exifSchema.allow(null).required(),
  takenAt: Joi.string()
    .allow(null)
    .required()
    .description('ISO 8601; without an offset where the camera has none. Null where it is not plausible.'),
  visibility: visibility.required().label('Visibility'),
  tags: Joi.array().items(Joi.string()).required().label('Tags'),
  movieId: uuid.allow(null).required().description('The film that it belongs to.'),
  createdAt: isoDate.required(),
  trashedAt: isoDate.allow(null).required(),
  thumbnails: Joi.array().items(thumbnailItemSchema).required().label('Thumbnails'),
  owner: Joi.object({ id: uuid.required(), displayName: Joi.string().required() }).required().label('Owner'),
}).label('Image');

export const imageWithOriginalSchema = imageSchema
  .keys({
    originalUrl: Joi.string()
      .allow(null)
      .required()
      .description(
        'The file as it was uploaded, with all that its camera wrote into it, its place as well. Works without a token for an hour or two; null until the original has arrived.',
      ),
    downloadUrl: Joi.string()
      .allow(null)
      .required()
      .description('The same, but a browser saves it under its file name.'),
  })
  .label('ImageWithOriginal');

export const imagePageSchema = Joi.object({
  items: Joi.array().items(imageSchema).required().label('Images'),
  nextCursor: Joi.string().allow(null).required(),
  previousCursor: Joi.string()
    .allow(null)
    .required()
    .description(
      'Leads back from the first item with the opposite `sort`; null where the page is the first.',
    ),
}).label('ImagePage');

const yearSchema = Joi.object({
  year: Joi.number().integer().required(),
  months: Joi.array()
    .items(Joi.number().integer().min(1).max(12))
    .required()
    .label('Months')
    .description('Those in which images were taken, the latest first.'),
}).label('Year');

export const yearsSchema = Joi.object({
  items: Joi.array().items(yearSchema).required().label('YearItems').description('The latest first.'),
}).label('Years');
