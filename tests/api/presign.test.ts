import { GetObjectCommand, PutObjectCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from '@jest/globals';
import { createPresign, type PresignTarget } from '@movieflix/api-server/storage/presign.ts';

const REGION = 'eu-central-1';
const BUCKET = 'images';
const KEY = 'originals/01a20702-41e8-703e-bc48-3a9ba4f3a36f';
const ODD_KEY = "originals/ä b+c/(d)!*'~ %";
const SIGNED_AT = new Date('2026-11-23T05:00:00Z');

const onAws = { origin: `https://${BUCKET}.s3.${REGION}.amazonaws.com`, pathPrefix: '', region: REGION };
const local = { origin: 'http://127.0.0.1:3001', pathPrefix: `/${BUCKET}`, region: REGION };
const own = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const ofRole = { ...own, sessionToken: 'FwoGZXIvYXdzEJr//////////wEaDA+==' };

type Options = Parameters<typeof getSignedUrl>[2];

interface Case {
  bySdk: (client: S3Client, options: Options) => Promise<string>;
  method: 'GET' | 'PUT';
  key: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

const cases: [string, Case][] = [
  [
    'a GET',
    {
      bySdk: (client, options) =>
        getSignedUrl(client, new GetObjectCommand({ Bucket: BUCKET, Key: KEY }), options),
      method: 'GET',
      key: KEY,
    },
  ],
  [
    'a GET of an odd key',
    {
      bySdk: (client, options) =>
        getSignedUrl(client, new GetObjectCommand({ Bucket: BUCKET, Key: ODD_KEY }), options),
      method: 'GET',
      key: ODD_KEY,
    },
  ],
  [
    'a download',
    {
      bySdk: (client, options) =>
        getSignedUrl(
          client,
          new GetObjectCommand({
            Bucket: BUCKET,
            Key: KEY,
            ResponseContentType: 'image/jpeg',
            ResponseContentDisposition: `attachment; filename="a b.jpg"; filename*=UTF-8''%C3%A4.jpg`,
          }),
          options,
        ),
      method: 'GET',
      key: KEY,
      query: {
        'response-content-type': 'image/jpeg',
        'response-content-disposition': `attachment; filename="a b.jpg"; filename*=UTF-8''%C3%A4.jpg`,
      },
    },
  ],
  [
    'a PUT with all that is signed',
    {
      bySdk: (client, options) =>
        getSignedUrl(
          client,
          new PutObjectCommand({
            Bucket: BUCKET,
            Key: KEY,
            ContentLength: 12,
            ContentType: 'image/jpeg',
            IfNoneMatch: '*',
            ChecksumSHA256: 'EAcNH1LBRWGoeZWxP7VaAUOo0Esn4xiF5l2eIwoKDcY=',
            Metadata: { filename: "%E5%86%99%E7%9C%9F%20(1)!'.jpg", owner: 'ada' },
          }),
          options,
        ),
      method: 'PUT',
      key: KEY,
      query: { 'x-id': 'PutObject' },
      headers: {
        'content-length': '12',
        'content-type': 'image/jpeg',
        'if-none-match': '*',
        'x-amz-checksum-sha256': 'EAcNH1LBRWGoeZWxP7VaAUOo0Esn4xiF5l2eIwoKDcY=',
        'x-amz-meta-filename': "%E5%86%99%E7%9C%9F%20(1)!'.jpg",
        'x-amz-meta-owner': 'ada',
      },
    },
  ],
  [
    'a part',
    {
      bySdk: (client, options) =>
        getSignedUrl(
          client,
          new UploadPartCommand({
            Bucket: BUCKET,
            Key: KEY,
            PartNumber: 2,
            UploadId: 'upload+id/==',
            ContentLength: 8_388_608,
            ChecksumSHA256: 'EAcNH1LBRWGoeZWxP7VaAUOo0Esn4xiF5l2eIwoKDcY=',
          }),
          options,
        ),
      method: 'PUT',
      key: KEY,
      query: { 'x-id': 'UploadPart', partNumber: '2', uploadId: 'upload+id/==' },
      headers: {
        'content-length': '8388608',
        'x-amz-checksum-sha256': 'EAcNH1LBRWGoeZWxP7VaAUOo0Esn4xiF5l2eIwoKDcY=',
      },
    },
  ],
];

const places: [string, PresignTarget, string | undefined, typeof ofRole | typeof own][] = [
  ['AWS with the credentials of a role', onAws, undefined, ofRole],
  ['AWS with keys', onAws, undefined, own],
  ['another endpoint', local, local.origin, own],
];

test.each(places.flatMap((place) => cases.map((one) => [...one, ...place] as const)))(
  '%s is signed as the SDK signs it: %#',
  async (_what, one, _where, target, endpoint, credentials) => {
    const client = new S3Client({
      region: REGION,
      credentials,
      forcePathStyle: endpoint !== undefined,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      ...(endpoint === undefined ? {} : { endpoint }),
    });
    const names = new Set(['host', ...Object.keys(one.headers ?? {})]);
    const expected = await one.bySdk(client, {
      signingDate: SIGNED_AT,
      expiresIn: 7200,
      signableHeaders: names,
      unhoistableHeaders: names,
    });
    const query = { ...(one.method === 'GET' ? checksumMode(expected) : {}), ...one.query };
    const { method, key, headers = {} } = one;
    const request = { method, key, query, headers, signedAt: SIGNED_AT, expiresSeconds: 7200 };
    const signed = new URL(createPresign(target)(credentials, request));
    expect(signed.origin + signed.pathname).toBe(new URL(expected).origin + new URL(expected).pathname);
    expect(Object.fromEntries(signed.searchParams)).toEqual(
      Object.fromEntries(new URL(expected).searchParams),
    );
  },
);

/** What the SDK adds to a GET by itself. */
function checksumMode(url: string): Record<string, string> {
  const entries = [...new URL(url).searchParams];
  return Object.fromEntries(entries.filter(([name]) => name === 'x-id' || name === 'x-amz-checksum-mode'));
}

test('a signer goes on with the next day and with other credentials', () => {
  const presign = createPresign(onAws);
  const request = { method: 'GET', key: KEY, signedAt: SIGNED_AT, expiresSeconds: 60 } as const;
  const first = presign(own, request);
  const tomorrow = { ...request, signedAt: new Date('2026-11-24T05:00:00Z') };
  for (const [credentials, other] of [
    [own, tomorrow],
    [{ ...own, secretAccessKey: 'x' }, request],
  ] as const) {
    expect(presign(credentials, other)).toBe(createPresign(onAws)(credentials, other));
    expect(presign(credentials, other)).not.toBe(first);
  }
});
