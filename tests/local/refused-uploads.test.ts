import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { errorCode, presignPut } from './cloud/presign.ts';
import { BUCKET, countBlobs, s3With, startTestCloud, type TestCloud } from './cloud/test-cloud.ts';
import { waitUntil } from './cloud/wait-until.ts';

/** A client that sends these body bytes and headers, signed, whatever they claim. */
function claiming(started: TestCloud, headers: Record<string, string>, body: string) {
  const client = s3With(started, { maxAttempts: 1, requestChecksumCalculation: 'WHEN_REQUIRED' });
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { headers: Record<string, string>; body: unknown };
      Object.assign(request.headers, { 'content-length': String(Buffer.byteLength(body)) }, headers);
      request.body = body;
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'claim' },
  );
  return client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: 'replaced' }));
}

const chunked = {
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'content-encoding': 'aws-chunked',
};
const trailer = { ...chunked, 'x-amz-trailer': 'x-amz-checksum-crc32' };
const md5 = (text: string) => createHash('md5').update(text).digest('base64');
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

test.each<[string, Record<string, string>, string, string]>([
  ['another Content-MD5', { 'content-md5': md5('other') }, 'bytes', 'BadDigest'],
  ['a Content-MD5 that is none', { 'content-md5': 'abc' }, 'bytes', 'InvalidDigest'],
  ['another SHA-256', { 'x-amz-checksum-sha256': sha256('other') }, 'bytes', 'BadDigest'],
  ['another CRC32', { 'x-amz-checksum-crc32': 'AAAAAA==' }, 'bytes', 'BadDigest'],
  ['another CRC32C', { 'x-amz-checksum-crc32c': 'AAAAAA==' }, 'bytes', 'BadDigest'],
  ['a checksum of the wrong length', { 'x-amz-checksum-sha256': 'AAAAAA==' }, 'bytes', 'InvalidRequest'],
  [
    'two checksums',
    { 'x-amz-checksum-sha256': sha256('bytes'), 'x-amz-checksum-crc32': 'AAAAAA==' },
    'bytes',
    'InvalidRequest',
  ],
  ['a checksum nobody speaks', { 'x-amz-checksum-md4': 'AAAA' }, 'bytes', 'NotImplemented'],
  ['more metadata than 2 KB', { 'x-amz-meta-a': 'a'.repeat(2100) }, 'bytes', 'MetadataTooLarge'],
  [
    'more than 5 GiB declared',
    { ...chunked, 'x-amz-decoded-content-length': '5368709121' },
    '0\r\n\r\n',
    'EntityTooLarge',
  ],
  [
    'fewer chunked bytes than declared',
    { ...chunked, 'x-amz-decoded-content-length': '6' },
    '5\r\nbytes\r\n0\r\n\r\n',
    'IncompleteBody',
  ],
  [
    'more chunked bytes than declared',
    { ...chunked, 'x-amz-decoded-content-length': '4' },
    '5\r\nbytes\r\n0\r\n\r\n',
    'IncompleteBody',
  ],
  ['no decoded length', chunked, '5\r\nbytes\r\n0\r\n\r\n', 'MissingContentLength'],
  [
    'a chunk size that is none',
    { ...chunked, 'x-amz-decoded-content-length': '5' },
    'zz\r\nbytes\r\n0\r\n\r\n',
    'InvalidRequest',
  ],
  ['a chunk cut short', { ...chunked, 'x-amz-decoded-content-length': '5' }, '5\r\nby', 'IncompleteBody'],
  ['no last chunk', { ...chunked, 'x-amz-decoded-content-length': '5' }, '5\r\nbytes\r\n', 'IncompleteBody'],
  [
    'a trailer that is missing',
    { ...trailer, 'x-amz-decoded-content-length': '5' },
    '5\r\nbytes\r\n0\r\n\r\n',
    'InvalidRequest',
  ],
  [
    'a trailer that is wrong',
    { ...trailer, 'x-amz-decoded-content-length': '5' },
    '5\r\nbytes\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n',
    'BadDigest',
  ],
  [
    'signed chunks',
    { ...chunked, 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' },
    'bytes',
    'NotImplemented',
  ],
])('an upload with %s is refused and leaves nothing', async (_what, headers, body, code) => {
  await using started = await startTestCloud();
  await expect(claiming(started, headers, body)).rejects.toMatchObject({ name: code });
  expect((await started.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(0);
  expect(await countBlobs(started.folder)).toBe(0);
});

test('a second upload to the same key is refused and the first is kept', async () => {
  await using started = await startTestCloud();
  const { s3 } = started;
  const put = (Body: string) =>
    s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body, IfNoneMatch: '*' }));
  await put('first');
  await expect(put('second')).rejects.toMatchObject({
    name: 'PreconditionFailed',
    $metadata: { httpStatusCode: 412 },
  });
  const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'a' }));
  expect(await got.Body?.transformToString()).toBe('first');
});

test('of uploads that race for a free key exactly one wins, and the others leave nothing', async () => {
  await using started = await startTestCloud();
  const { s3 } = started;
  const bodies = Array.from({ length: 8 }, (_, index) => Buffer.alloc(1_000_000, `${index}`));
  const outcomes = await Promise.allSettled(
    bodies.map((Body) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body, IfNoneMatch: '*' }))),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'PreconditionFailed' });
  }
  const winner = bodies[outcomes.findIndex(({ status }) => status === 'fulfilled')];
  const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'a' }));
  expect(winner?.equals((await got.Body?.transformToByteArray()) ?? new Uint8Array())).toBe(true);
  expect(await countBlobs(started.folder)).toBe(1);
});

test('an upload that is broken off leaves nothing', async () => {
  await using started = await startTestCloud();
  const body = Buffer.alloc(1_000_000);
  const { url, headers } = await presignPut(started.cloud.endpoint, 'a', body);
  const broken = request(url, { method: 'PUT', headers: { ...headers, 'content-length': body.length } });
  const closed = new Promise((resolve) => broken.on('close', resolve).on('error', () => {}));
  broken.write(body.subarray(0, 500_000));
  await waitUntil(async () => (await countBlobs(started.folder)) === 1);
  broken.destroy();
  await closed;
  await waitUntil(async () => (await countBlobs(started.folder)) === 0);
  expect((await started.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(0);
});

test('a large upload that is refused at once can read why', async () => {
  await using started = await startTestCloud();
  const body = Buffer.alloc(48 * 1024 * 1024);
  const { url, headers } = await presignPut(started.cloud.endpoint, 'a', body);
  const response = await fetch(url, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'text/html' },
    body,
  });
  expect([response.status, await errorCode(response)]).toEqual([403, 'SignatureDoesNotMatch']);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test('a client that asks first is refused before it sends the body', async () => {
  await using started = await startTestCloud();
  await started.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: 'x' }));
  const { url, headers } = await presignPut(started.cloud.endpoint, 'a', Buffer.alloc(1_000_000));
  const asking = request(url, {
    method: 'PUT',
    headers: { ...headers, 'content-length': 1_000_000, expect: '100-continue' },
  });
  asking.flushHeaders();
  let isAdmitted = false;
  asking.on('continue', () => {
    isAdmitted = true;
  });
  const [status, answer] = await new Promise<[number | undefined, Buffer]>((resolve, reject) => {
    asking.on('error', reject);
    asking.on(
      'response',
      (response) => void buffer(response).then((bytes) => resolve([response.statusCode, bytes])),
    );
  });
  asking.destroy();
  expect([status, isAdmitted]).toEqual([412, false]);
  expect(answer.toString()).toContain('PreconditionFailed');
});
