import type { S3Client } from '@aws-sdk/client-s3';

/** A bucket to work on, until the signal says that the time is up. */
export interface Bucket {
  s3: S3Client;
  name: string;
  stop: AbortSignal;
}
