import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket.ts';

/** Writes a value as JSON that browsers ask for anew each time, since it changes under the same name. */
export async function putJson(bucket: Bucket, key: string, value: unknown): Promise<void> {
  const command = new PutObjectCommand({
    Bucket: bucket.name,
    Key: key,
    Body: JSON.stringify(value),
    ContentType: 'application/json',
    CacheControl: 'no-cache',
  });
  await bucket.s3.send(command, { abortSignal: bucket.stop });
}
