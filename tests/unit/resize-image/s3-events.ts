import type { S3Event } from 'aws-lambda';

/** An event as S3 writes it for objects that were created, in which keys are URL-encoded. */
export function objectsCreated(...keys: string[]): S3Event {
  return { Records: keys.map((key) => objectCreated(key)) };
}

function objectCreated(key: string): S3Event['Records'][number] {
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: 'eu-central-1',
    eventTime: '2026-01-01T00:00:00.000Z',
    eventName: 'ObjectCreated:Put',
    userIdentity: { principalId: 'AWS:EXAMPLE' },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': 'EXAMPLE', 'x-amz-id-2': 'EXAMPLE' },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'originals',
      bucket: { name: 'images', ownerIdentity: { principalId: 'EXAMPLE' }, arn: 'arn:aws:s3:::images' },
      object: { key, size: 1, eTag: 'example', sequencer: '0055AED6DCD90281E5' },
    },
  };
}
