import type { S3Client } from '@aws-sdk/client-s3';
import { s3With, type TestCloud } from './test-cloud.ts';

export interface SignedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** A client whose requests are changed behind the signature. */
export function tampering(started: TestCloud, tamper: (request: SignedRequest) => void): S3Client {
  const client = s3With(started, { maxAttempts: 1 });
  client.middlewareStack.add(
    (next) => (args) => {
      tamper(args.request as SignedRequest);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'tamper' },
  );
  return client;
}
