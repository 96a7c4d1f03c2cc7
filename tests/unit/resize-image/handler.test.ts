import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { MAX_ORIGINAL_BYTES, type ReadyFinding } from '@movieflix/contracts';
import type { S3Event } from 'aws-lambda';
import { ONE, OTHER, useResizeFunction } from './invoked-function.ts';
import { photo } from './photos.ts';
import { objectsCreated } from './s3-events.ts';

const { s3, handle, answer, answerWith } = useResizeFunction();

test('renditions are written beside the original and reported as they were written', async () => {
  const original = await photo('casa-mila-rotated.jpg');
  answerWith(original);
  const { images } = await handle(objectsCreated(`originals/${ONE}`));
  const finding = images[0] as ReadyFinding;
  expect(finding).toMatchObject({
    imageId: ONE,
    outcome: 'ready',
    contentType: 'image/jpeg',
    bytes: original.length,
    width: 800,
    height: 1200,
    exif: { cameraMake: 'Apple' },
  });
  const written = s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input);
  expect(written).toEqual(
    finding.renditions.map(({ width, bytes }) => ({
      Bucket: 'images',
      Key: `renditions/${ONE}/${width}.webp`,
      Body: expect.objectContaining({ length: bytes }),
      ContentType: 'image/webp',
      CacheControl: 'private, max-age=31536000, immutable',
    })),
  );
  expect(written).toHaveLength(2);
});

test('every record of an event is handled, a refused one among them', async () => {
  answerWith(Buffer.from('<html>no</html>'));
  answerWith(await photo('casa-mila-rotated.jpg'));
  const { images } = await handle(objectsCreated(`originals/${OTHER}`, `originals/${ONE}`));
  expect(images).toMatchObject([
    {
      imageId: OTHER,
      outcome: 'rejected',
      reason: 'not-an-image',
      message: 'This file is not an image: it looks like a web page.',
    },
    { imageId: ONE, outcome: 'ready' },
  ]);
});

test('a result stays small enough for a destination of Lambda', async () => {
  answerWith(await photo('casa-mila-rotated.jpg'));
  expect(JSON.stringify(await handle(objectsCreated(`originals/${ONE}`))).length).toBeLessThan(4096);
});

test('keys are decoded as S3 encodes them', async () => {
  answerWith(await photo('casa-mila-rotated.jpg'));
  const encoded = `originals%2F${ONE.replaceAll('-', '%2D')}`;
  expect((await handle(objectsCreated(encoded))).images).toMatchObject([{ imageId: ONE, outcome: 'ready' }]);
  expect(s3.commandCalls(GetObjectCommand)[0]!.args[0].input.Key).toBe(`originals/${ONE}`);
});

test('the test event of S3 is passed over', async () => {
  const event = { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'images' } as unknown as S3Event;
  expect(await handle(event)).toEqual({ images: [] });
});

test('an original that is gone is a finding', async () => {
  s3.on(GetObjectCommand).rejects(
    new NoSuchKey({ message: 'The specified key does not exist.', $metadata: {} }),
  );
  expect((await handle(objectsCreated(`originals/${ONE}`))).images).toMatchObject([
    { outcome: 'rejected', reason: 'missing' },
  ]);
});

test('an original of too many bytes is refused before its body is read', async () => {
  const Body = Readable.from([Buffer.alloc(1000)]);
  answer({ Body, ContentLength: MAX_ORIGINAL_BYTES + 1 });
  const { images } = await handle(objectsCreated(`originals/${ONE}`));
  expect(images).toMatchObject([
    {
      outcome: 'rejected',
      reason: 'too-many-bytes',
      message: 'This file is too large: at most 256 MB can be read, and it has 257 MB.',
    },
  ]);
  expect([Body.destroyed, Body.readableDidRead]).toEqual([true, false]);
});

test('an empty original is refused', async () => {
  answerWith(Buffer.alloc(0));
  expect((await handle(objectsCreated(`originals/${ONE}`))).images).toMatchObject([{ reason: 'empty' }]);
});

test.each([
  ['SlowDown', 503],
  ['InternalError', 500],
  ['AccessDenied', 403],
  ['NoSuchBucket', 404],
])('%s of S3 is thrown, so that it is tried again', async (name, httpStatusCode) => {
  const fault = new S3ServiceException({ name, $fault: 'server', $metadata: { httpStatusCode } });
  s3.on(GetObjectCommand).rejects(fault);
  await expect(handle(objectsCreated(`originals/${ONE}`))).rejects.toBe(fault);
});

test('a rendition that cannot be written is thrown, so that it is tried again', async () => {
  answerWith(await photo('casa-mila-rotated.jpg'));
  s3.on(PutObjectCommand).rejects(new Error('connect ECONNREFUSED'));
  await expect(handle(objectsCreated(`originals/${ONE}`))).rejects.toThrow('ECONNREFUSED');
});

test('an original whose body ends early is thrown, not called broken', async () => {
  const original = await photo('casa-mila-rotated.jpg');
  answerWith(original.subarray(0, 50_000), original.length);
  await expect(handle(objectsCreated(`originals/${ONE}`))).rejects.toThrow(
    `Expected ${original.length} bytes of the original but 50000 arrived`,
  );
});
