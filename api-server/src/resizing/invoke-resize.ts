import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { originalKey } from '@movieflix/contracts';

/** The resize function, as far as this process calls it itself: for a retry. */
export interface ResizeFunction {
  client: LambdaClient;
  name: string;
  bucketName: string;
  region: string;
}

/**
 * Has an original resized again, with the event that S3 sent when it arrived. Asynchronous: the result comes over
 * the results queue like the first one.
 */
export async function invokeResize(
  fn: ResizeFunction,
  imageId: string,
  bytes: number,
  now: Date,
): Promise<void> {
  await fn.client.send(
    new InvokeCommand({
      FunctionName: fn.name,
      InvocationType: 'Event',
      Payload: JSON.stringify(objectCreated(fn, imageId, bytes, now)),
    }),
  );
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
function objectCreated(fn: ResizeFunction, imageId: string, bytes: number, now: Date) {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: fn.region,
        eventTime: now.toISOString(),
        eventName: 'ObjectCreated:Put',
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'retry',
          bucket: { name: fn.bucketName, arn: `arn:aws:s3:::${fn.bucketName}` },
          // S3 writes keys as a form does; an image's key has nothing to encode.
          object: { key: originalKey(imageId), size: bytes },
        },
      },
    ],
  };
}
