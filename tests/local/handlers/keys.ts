import type { S3Event } from 'aws-lambda';

/** Returns the keys of the event, as they came. */
export async function handler(event: S3Event) {
  return { keys: event.Records.map((record) => record.s3.object.key) };
}
