import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { presignGet } from './cloud/presign.ts';
import { BUCKET, countBlobs, startTestCloud } from './cloud/test-cloud.ts';

test('an object comes back with its bytes, headers and metadata', async () => {
  await using started = await startTestCloud();
  const { s3 } = started;
  const put = await s3.send(
    new PutObjectCommand({
      Bucket: BUCKET,
      Key: 'a',
      Body: 'hello',
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'max-age=60',
      ContentDisposition: 'inline',
      ContentEncoding: 'identity',
      Metadata: { colour: 'blue' },
    }),
  );
  expect(put.ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
  const got = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'a' }));
  expect(await got.Body?.transformToString()).toBe('hello');
  expect(got).toMatchObject({
    ContentType: 'text/plain; charset=utf-8',
    CacheControl: 'max-age=60',
    ContentDisposition: 'inline',
    ContentEncoding: 'identity',
    Metadata: { colour: 'blue' },
    ContentLength: 5,
    ETag: put.ETag,
    ChecksumCRC32: put.ChecksumCRC32,
  });
  const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'a' }));
  expect(head).toMatchObject({ ContentLength: 5, ETag: put.ETag, Metadata: { colour: 'blue' } });
});

test('an empty object is an object', async () => {
  await using started = await startTestCloud();
  await started.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'empty', Body: '', ContentLength: 0 }));
  const got = await started.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'empty' }));
  expect(await got.Body?.transformToString()).toBe('');
  expect(got.ContentLength).toBe(0);
});

test.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)(
  'a streamed body with a %s trailer arrives',
  async (algorithm) => {
    await using started = await startTestCloud();
    const body = Buffer.alloc(300_000, 'abc');
    const put = await started.s3.send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: 'streamed',
        Body: Readable.from([body.subarray(0, 100_001), body.subarray(100_001)]),
        ContentLength: body.length,
        ChecksumAlgorithm: algorithm,
      }),
    );
    expect(put[`Checksum${algorithm}`]).toBeDefined();
    const got = await started.s3.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'streamed', ChecksumMode: 'ENABLED' }),
    );
    expect(body.equals((await got.Body?.transformToByteArray()) ?? new Uint8Array())).toBe(true);
    expect(got[`Checksum${algorithm}`]).toBe(put[`Checksum${algorithm}`]);
    expect(got.ContentEncoding).toBeUndefined();
  },
);

test.each([
  ['bytes=2-4', 'cde', 'bytes 2-4/10'],
  ['bytes=7-', 'hij', 'bytes 7-9/10'],
  ['bytes=-3', 'hij', 'bytes 7-9/10'],
  ['bytes=-30', 'abcdefghij', 'bytes 0-9/10'],
  ['bytes=8-100', 'ij', 'bytes 8-9/10'],
])('the range %s is read', async (range, bytes, contentRange) => {
  await using started = await startTestCloud();
  await started.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'r', Body: 'abcdefghij' }));
  const got = await started.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'r', Range: range }));
  expect(await got.Body?.transformToString()).toBe(bytes);
  expect(got).toMatchObject({ ContentRange: contentRange, ContentLength: bytes.length });
  expect(got.$metadata.httpStatusCode).toBe(206);
});

test('a range behind the end is refused', async () => {
  await using started = await startTestCloud();
  await started.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'r', Body: 'abc' }));
  const got = started.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'r', Range: 'bytes=3-' }));
  await expect(got).rejects.toMatchObject({ name: 'InvalidRange', $metadata: { httpStatusCode: 416 } });
});

test('a client that has the object already is told so', async () => {
  await using started = await startTestCloud();
  const { s3 } = started;
  const { ETag } = await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'c', Body: 'x' }));
  const unchanged = s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'c', IfNoneMatch: ETag }));
  await expect(unchanged).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  const other = s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'c', IfMatch: '"other"' }));
  await expect(other).rejects.toMatchObject({ name: 'PreconditionFailed' });
});

test('a presigned URL may replace the headers of the answer, which never runs as a page', async () => {
  await using started = await startTestCloud();
  await started.s3.send(
    new PutObjectCommand({ Bucket: BUCKET, Key: 'p', Body: '<script>', ContentType: 'text/html' }),
  );
  const disposition = `attachment; filename*=UTF-8''f%C3%BCr%20dich.jpg`;
  const url = await presignGet(started.cloud.endpoint, 'p', {
    ResponseContentDisposition: disposition,
    ResponseContentType: 'image/jpeg',
  });
  const response = await fetch(url);
  expect(await response.text()).toBe('<script>');
  expect(response.headers.get('content-disposition')).toBe(disposition);
  expect(response.headers.get('content-type')).toBe('image/jpeg');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
});

test('overwriting and deleting leave no bytes behind', async () => {
  await using started = await startTestCloud();
  const { s3, folder } = started;
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: '1' }));
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: '2' }));
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'b&<>"\' ', Body: '3' }));
  expect(await countBlobs(folder)).toBe(2);
  await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'a' }));
  await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'never there' }));
  const deleted = await s3.send(
    new DeleteObjectsCommand({
      Bucket: BUCKET,
      Delete: { Objects: [{ Key: 'b&<>"\' ' }, { Key: 'nor this' }] },
    }),
  );
  expect(deleted.Deleted).toEqual([{ Key: 'b&<>"\' ' }, { Key: 'nor this' }]);
  expect((await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(0);
  expect(await countBlobs(folder)).toBe(0);
});

test('an object that is deleted while it is read is read to its end', async () => {
  await using started = await startTestCloud();
  const { s3, folder } = started;
  const body = Buffer.alloc(16 * 1024 * 1024, 'movie');
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'long', Body: body }));
  const response = await fetch(await presignGet(started.cloud.endpoint, 'long'));
  await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'long' }));
  expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
  const again = s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'long' }));
  await expect(again).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(await countBlobs(folder)).toBe(0);
});

test('what is not there is 404 with its own code', async () => {
  await using started = await startTestCloud();
  const { s3 } = started;
  await expect(s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'no' }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 404 },
  });
  await expect(s3.send(new HeadBucketCommand({ Bucket: 'no' }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 404 },
  });
  await expect(s3.send(new PutObjectCommand({ Bucket: 'no', Key: 'a', Body: 'x' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
  await expect(s3.send(new HeadBucketCommand({ Bucket: BUCKET }))).resolves.toBeDefined();
});

test('an unknown operation is named in the refusal', async () => {
  await using started = await startTestCloud();
  const copy = started.s3.send(
    new CopyObjectCommand({ Bucket: BUCKET, Key: 'b', CopySource: `${BUCKET}/a` }),
  );
  await expect(copy).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('copy-source'),
  });
  const acl = started.s3.send(new GetObjectAclCommand({ Bucket: BUCKET, Key: 'b' }));
  await expect(acl).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('acl'),
  });
});
