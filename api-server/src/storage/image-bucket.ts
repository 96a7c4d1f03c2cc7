import { S3Client } from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import { timeLimits } from '../time-limits.ts';
import { createPresign, type Presign, type PresignTarget } from './presign.ts';

/** The image bucket: a client for what this process asks of it, a signer for what browsers ask of it. */
export interface ImageBucket {
  name: string;
  /** Scheme, host and port that browsers reach it at. */
  origin: string;
  client: S3Client;
  presign: Presign;
}

const REQUEST_TIMEOUT_MS = 20_000;

export function openImageBucket(config: Config): ImageBucket {
  const client = new S3Client({
    region: config.region,
    forcePathStyle: config.endpointUrl !== undefined,
    ...(config.endpointUrl === undefined ? {} : { endpoint: config.endpointUrl }),
    requestHandler: timeLimits(REQUEST_TIMEOUT_MS),
  });
  const target = presignTarget(config);
  return { name: config.imageBucket, origin: target.origin, client, presign: createPresign(target) };
}

function presignTarget({ imageBucket, region, endpointUrl }: Config): PresignTarget {
  if (endpointUrl !== undefined) {
    return { origin: new URL(endpointUrl).origin, pathPrefix: `/${imageBucket}`, region };
  }
  return { origin: `https://${imageBucket}.s3.${region}.amazonaws.com`, pathPrefix: '', region };
}
