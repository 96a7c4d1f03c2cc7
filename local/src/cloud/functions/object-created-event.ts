import type { CreatedObject } from '../object-store/object-store.ts';
import { awsEncodePath } from '../signature/aws-encoding.ts';

/**
 * The event that S3 sends.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function objectCreatedEvent(region: string, created: CreatedObject) {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime: new Date(created.createdAt).toISOString(),
        eventName: created.eventName,
        userIdentity: { principalId: 'AWS:LOCAL' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': created.requestId, 'x-amz-id-2': created.requestId },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'resize',
          bucket: {
            name: created.bucket,
            ownerIdentity: { principalId: 'LOCAL' },
            arn: `arn:aws:s3:::${created.bucket}`,
          },
          object: {
            // URL-encoded, a space as a plus sign.
            key: awsEncodePath(created.key).replaceAll('%20', '+'),
            size: created.bytes,
            eTag: created.etag,
            sequencer: created.objectId.toString(16).toUpperCase().padStart(18, '0'),
          },
        },
      },
    ],
  };
}
