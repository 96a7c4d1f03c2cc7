import {
  type ExifSummary,
  type ImageFinding,
  imageIdOfOriginalKey,
  keyOfEvent,
  RENDITION_WIDTHS,
} from '@movieflix/contracts';
import Joi from 'joi';

/** What one message on the results queue says of images. */
export interface ResizeReport {
  findings: ImageFinding[];
  /** Images whose function failed after all of Lambda's own retries. */
  failedImageIds: string[];
  /** When the first of their originals arrived in the bucket, where the record tells. */
  arrivedAt: Date | undefined;
}

const MAX_IMAGES = 100;
const MAX_PIXELS_WIDE = 1_000_000;

const imageId = Joi.string().guid({ separator: '-' }).lowercase().required();
const pixels = Joi.number().integer().min(1).max(MAX_PIXELS_WIDE).required();
const count = Joi.number().integer().min(0).max(Number.MAX_SAFE_INTEGER).required();
// No U+0000, which PostgreSQL cannot hold.
const words = (maxCharacters: number) =>
  Joi.string()
    .max(maxCharacters)
    .pattern(/^[^\0]*$/);

/** The numbers and short texts of the summary; what a newer function adds is left out. */
const exif = Joi.object<ExifSummary>({
  takenAt: words(40),
  cameraMake: words(100),
  cameraModel: words(100),
  lensModel: words(100),
  exposureSeconds: Joi.number(),
  fNumber: Joi.number(),
  iso: Joi.number(),
  focalLengthMm: Joi.number(),
  latitude: Joi.number().min(-90).max(90),
  longitude: Joi.number().min(-180).max(180),
  altitudeMeters: Joi.number(),
});

const ready = Joi.object({
  imageId,
  outcome: Joi.string().valid('ready').required(),
  contentType: words(100).required(),
  bytes: count,
  width: pixels,
  height: pixels,
  // A result of a function before this one says nothing of it.
  isAnimated: Joi.boolean().default(false),
  thumbhash: words(100).min(1).required(),
  renditions: Joi.array()
    .items(Joi.object({ width: pixels, height: pixels, bytes: count }))
    .unique('width')
    .min(1)
    .max(RENDITION_WIDTHS.length)
    .required(),
  exif: exif.required(),
});

const rejected = Joi.object({
  imageId,
  outcome: Joi.string().valid('rejected').required(),
  reason: words(50)
    .pattern(/^[a-z-]+$/)
    .required(),
  message: words(1000).required(),
});

/** Only for the measure of how long pictures take, so nothing here makes a record unreadable. */
const times = Joi.object({
  Records: Joi.array().items(Joi.object({ eventTime: Joi.any() })),
}).failover({});

const succeeded = Joi.object({
  requestContext: Joi.object({ condition: Joi.string().valid('Success').required() }).required(),
  requestPayload: times,
  responsePayload: Joi.object({
    images: Joi.array().items(Joi.alternatives().try(ready, rejected)).max(MAX_IMAGES).required(),
  }).required(),
});

const failed = Joi.object({
  requestContext: Joi.object({
    condition: Joi.string().valid('RetriesExhausted', 'EventAgeExceeded').required(),
  }).required(),
  requestPayload: Joi.object({
    Records: Joi.array()
      .items(
        Joi.object({
          eventTime: Joi.any(),
          s3: Joi.object({
            object: Joi.object({ key: Joi.string().max(3072).required() }).required(),
          }).required(),
        }),
      )
      .max(MAX_IMAGES)
      .required(),
  }).required(),
});

const record = Joi.alternatives().try(succeeded, failed);

interface Timed {
  eventTime?: unknown;
}

interface Succeeded {
  requestPayload?: { Records?: Timed[] };
  responsePayload: { images: ImageFinding[] };
}

interface Failed {
  requestPayload: { Records: (Timed & { s3: { object: { key: string } } })[] };
}

/**
 * Reads the record that Lambda's destinations write, see
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html. Whoever can write to the
 * queue can write anything, so nothing that was not checked here goes any further.
 *
 * @throws Error that says what was expected, for a body that is no such record
 */
export function readDestinationRecord(body: string): ResizeReport {
  const { error, value } = record.validate(JSON.parse(body), { stripUnknown: true });
  if (error) throw new Error(`Expected a record of Lambda's destinations: ${error.message}`);
  const checked = value as Succeeded | Failed;
  const arrivedAt = firstArrival(checked.requestPayload?.Records ?? []);
  if ('responsePayload' in checked)
    return { findings: checked.responsePayload.images, failedImageIds: [], arrivedAt };
  const keys = checked.requestPayload.Records.map(({ s3 }) => keyOfEvent(s3.object.key));
  const failedImageIds = keys.map(imageIdOfOriginalKey).filter((id) => id !== undefined);
  return { findings: [], failedImageIds, arrivedAt };
}

function firstArrival(records: Timed[]): Date | undefined {
  const times = records
    .map(({ eventTime }) => (typeof eventTime === 'string' ? Date.parse(eventTime) : Number.NaN))
    .filter((time) => !Number.isNaN(time));
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}
