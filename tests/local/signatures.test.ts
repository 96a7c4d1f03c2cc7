import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import { errorCode, presignGet, presignPut } from './cloud/presign.ts';
import { type SignedRequest, tampering } from './cloud/tamper.ts';
import { BUCKET, CREDENTIALS, QUEUE, REGION, s3With, startTestCloud } from './cloud/test-cloud.ts';

const put = new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: 'x', ContentType: 'text/plain' });

test('a wrong secret is refused', async () => {
  await using started = await startTestCloud();
  const client = s3With(started, { credentials: { ...CREDENTIALS, secretAccessKey: 'wrong' } });
  await expect(client.send(put)).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
    $metadata: { httpStatusCode: 403 },
  });
});

test('an unknown access key is refused', async () => {
  await using started = await startTestCloud();
  const client = s3With(started, { credentials: { ...CREDENTIALS, accessKeyId: 'nobody' } });
  await expect(client.send(put)).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
});

test('an unsigned request is refused', async () => {
  await using started = await startTestCloud();
  const response = await fetch(`${started.cloud.endpoint}/${BUCKET}/a`);
  expect([response.status, await errorCode(response)]).toEqual([403, 'AccessDenied']);
});

test('another region is refused', async () => {
  await using started = await startTestCloud();
  const client = s3With(started, { region: 'us-east-1' });
  await expect(client.send(put)).rejects.toMatchObject({ name: 'AuthorizationHeaderMalformed' });
});

test('a clock that is an hour off is refused', async () => {
  await using started = await startTestCloud();
  const client = s3With(started, { systemClockOffset: -3_600_000, maxAttempts: 1 });
  await expect(client.send(put)).rejects.toMatchObject({ name: 'RequestTimeTooSkewed' });
});

test.each<[string, (request: SignedRequest) => void]>([
  [
    'path',
    (request) => {
      request.path = `/${BUCKET}/b`;
    },
  ],
  [
    'query',
    (request) => {
      request.query['x-id'] = 'GetObject';
    },
  ],
  [
    'signed header',
    (request) => {
      request.headers['x-amz-checksum-crc32'] = 'AAAAAA==';
    },
  ],
  [
    'method',
    (request) => {
      request.method = 'DELETE';
    },
  ],
  [
    'payload hash',
    (request) => {
      request.headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
    },
  ],
])('a %s changed behind the signature is refused', async (_what, tamper) => {
  await using started = await startTestCloud();
  await expect(tampering(started, tamper).send(put)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  expect((await started.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(0);
});

test('an x-amz header added behind the signature is refused', async () => {
  await using started = await startTestCloud();
  const client = tampering(started, (request) => {
    request.headers['x-amz-meta-colour'] = 'red';
  });
  await expect(client.send(put)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'There were headers present in the request which were not signed',
  });
});

test('other bytes than the signed hash are refused', async () => {
  await using started = await startTestCloud();
  const client = tampering(started, (request) => {
    request.body = 'y';
  });
  await expect(client.send(put)).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
});

test('a presigned URL works until it expires', async () => {
  await using started = await startTestCloud();
  const body = Buffer.from('jpeg');
  const fresh = await presignPut(started.cloud.endpoint, 'a', body);
  const accepted = await fetch(fresh.url, { method: 'PUT', headers: fresh.headers, body });
  expect([accepted.status, await accepted.text()]).toEqual([200, '']);
  const old = await presignPut(started.cloud.endpoint, 'b', body, {
    expiresIn: 60,
    signingDate: new Date(Date.now() - 61_000),
  });
  const refused = await fetch(old.url, { method: 'PUT', headers: old.headers, body });
  const answer = await refused.text();
  expect(refused.status).toBe(403);
  expect(answer).toContain('<Code>AccessDenied</Code>');
  expect(answer).toContain('Request has expired');
});

test('a presigned URL from the future is refused', async () => {
  await using started = await startTestCloud();
  const body = Buffer.from('jpeg');
  const { url, headers } = await presignPut(started.cloud.endpoint, 'b', body, {
    signingDate: new Date(Date.now() + 3_600_000),
  });
  const refused = await fetch(url, { method: 'PUT', headers, body });
  expect(await refused.text()).toContain('Request is not yet valid');
});

test('a presigned URL cannot be given a longer life', async () => {
  await using started = await startTestCloud();
  const url = new URL(await presignGet(started.cloud.endpoint, 'a'));
  url.searchParams.set('X-Amz-Expires', '86400');
  expect(await errorCode(await fetch(url))).toBe('SignatureDoesNotMatch');
  url.searchParams.set('X-Amz-Expires', '604801');
  expect(await errorCode(await fetch(url))).toBe('AuthorizationQueryParametersError');
});

test.each(['content-type', 'if-none-match', 'x-amz-checksum-sha256'])(
  'a presigned upload without its signed %s is refused',
  async (missing) => {
    await using started = await startTestCloud();
    const body = Buffer.from('jpeg');
    const { url, headers } = await presignPut(started.cloud.endpoint, 'a', body);
    const { [missing]: _left, ...sent } = headers;
    const response = await fetch(url, { method: 'PUT', headers: sent, body });
    expect([response.status, await errorCode(response)]).toEqual([403, 'SignatureDoesNotMatch']);
  },
);

test.each(['short', 'a longer body'])('a presigned upload of another size is refused (%s)', async (other) => {
  await using started = await startTestCloud();
  const { url, headers } = await presignPut(started.cloud.endpoint, 'a', Buffer.from('the body'));
  const response = await fetch(url, { method: 'PUT', headers, body: other });
  expect([response.status, await errorCode(response)]).toEqual([403, 'SignatureDoesNotMatch']);
});

test('a presigned upload of other bytes of the same size is refused and leaves nothing', async () => {
  await using started = await startTestCloud();
  const { url, headers } = await presignPut(started.cloud.endpoint, 'a', Buffer.from('the body'));
  const response = await fetch(url, { method: 'PUT', headers, body: 'THE BODY' });
  expect([response.status, await errorCode(response)]).toEqual([400, 'BadDigest']);
  await expect(started.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'a' }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  });
});

test('the queue refuses a wrong secret', async () => {
  await using started = await startTestCloud();
  const sqs = new SQSClient({
    endpoint: started.cloud.endpoint,
    region: REGION,
    credentials: { ...CREDENTIALS, secretAccessKey: 'wrong' },
  });
  await expect(sqs.send(new GetQueueUrlCommand({ QueueName: QUEUE }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
});
