import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { BUCKET, CREDENTIALS, REGION } from './test-cloud.ts';

export interface PresignedPut {
  url: string;
  /** What has to be sent along besides the content length. */
  headers: Record<string, string>;
}

/** An upload of exactly these bytes to a key that must be free, signed like the API does. */
export async function presignPut(
  endpoint: string,
  key: string,
  body: Uint8Array,
  options: { expiresIn?: number; signingDate?: Date } = {},
): Promise<PresignedPut> {
  const sha256 = createHash('sha256').update(body).digest('base64');
  const headers = {
    'content-type': 'image/jpeg',
    'if-none-match': '*',
    'x-amz-checksum-sha256': sha256,
  };
  const command = new PutObjectCommand({
    Bucket: BUCKET,
    Key: key,
    ContentLength: body.length,
    ContentType: headers['content-type'],
    IfNoneMatch: '*',
    ChecksumSHA256: sha256,
  });
  const names = new Set(['host', 'content-length', ...Object.keys(headers)]);
  const url = await getSignedUrl(presigningClient(endpoint), command, {
    expiresIn: 600,
    signableHeaders: names,
    unhoistableHeaders: names,
    ...options,
  });
  return { url, headers };
}

export function presignGet(
  endpoint: string,
  key: string,
  overrides: { ResponseContentDisposition?: string; ResponseContentType?: string } = {},
): Promise<string> {
  return getSignedUrl(
    presigningClient(endpoint),
    new GetObjectCommand({ Bucket: BUCKET, Key: key, ...overrides }),
  );
}

function presigningClient(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
}

/** The code in an S3 error document. */
export async function errorCode(response: Response): Promise<string | undefined> {
  return /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
}
