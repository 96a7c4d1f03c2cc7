import { imageIdOfOriginalKey, keyOfEvent } from '@movieflix/contracts';
import type { S3Event, S3EventRecord } from 'aws-lambda';
import { logger } from './logger.ts';

/** Where the bytes of one original lie. */
export interface OriginalLocation {
  bucket: string;
  key: string;
  imageId: string;
}

/** What S3 sends once when a notification is configured; it carries no records. */
interface S3TestEvent {
  Event: 's3:TestEvent';
}

/** The originals that an event names, in its order. Anything else in it is passed over with a line in the log. */
export function originalsOf(event: S3Event | S3TestEvent): OriginalLocation[] {
  if ('Records' in event) return event.Records.flatMap((record) => originalOf(record) ?? []);
  logger.info('event without records ignored', { event: event.Event });
  return [];
}

function originalOf(record: S3EventRecord): OriginalLocation | undefined {
  const bucket = record.s3.bucket.name;
  const key = keyOfEvent(record.s3.object.key);
  const imageId = imageIdOfOriginalKey(key);
  if (imageId !== undefined) return { bucket, key, imageId };
  logger.warn('object ignored: its key is not that of an original', { bucket, key });
  return undefined;
}
