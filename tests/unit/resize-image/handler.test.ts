import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { MAX_ORIGINAL_BYTES, type ReadyFinding } from '@movieflix/contracts';
import { handler } from '@movieflix/resize-image';
import type { Context, S3Event } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { photo } from './photos.ts';
import { objectsCreated } from './s3-events.ts';

const ONE = '0190b5a4-0000-7000-8000-000000000001';
const OTHER = '0190b5a4-0000-7000-8000-000000000002';

const REQUEST = '5ba0c4c4-0000-4000-8000-000000000003';

const s3 = mockClient(S3Client);
let logged: string[];
let answers: { Body: Readable; ContentLength: number }[];

beforeEach(() => {
  logged = [];
  answers = [];
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  }
  s3.reset();
  s3.on(PutObjectCommand).resolves({});
  s3.on(GetObjectCommand).callsFake(async () => answers.shift());
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Invokes the function as Lambda does. */
function handle(event: S3Event) {
  return handler(event, { awsRequestId: REQUEST, functionName: 'resize' } as Context);
}

/** The lines of JSON that went to the log: those with a message, and those that carry metrics. */
function logLines(): Record<string, unknown>[] {
  return logged.map((line) => JSON.parse(line));
}

/** Lets S3 answer the next reading of an original with these bytes and this length. */
function answerWith(bytes: Buffer, ContentLength = bytes.length) {
  answers.push({ Body: Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]), ContentLength });
}

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

test('keys that are no originals are passed over and logged', async () => {
  const keys = ['originals/my+holiday+%C3%A4.jpg', `renditions/${ONE}/320.webp`];
  expect(await handle(objectsCreated(...keys))).toEqual({ images: [] });
  expect(s3.calls()).toHaveLength(0);
  expect(logLines()).toMatchObject([
    { level: 'WARN', bucket: 'images', key: 'originals/my holiday ä.jpg', function_request_id: REQUEST },
    { level: 'WARN', bucket: 'images', key: `renditions/${ONE}/320.webp`, function_request_id: REQUEST },
  ]);
});

test('the log tells which image was refused and why', async () => {
  answerWith(Buffer.from('<html>no</html>'));
  await handle(objectsCreated(`originals/${ONE}`));
  expect(logLines()).toContainEqual(
    expect.objectContaining({
      level: 'WARN',
      service: 'resize-image',
      imageId: ONE,
      reason: 'not-an-image',
      sentence: 'This file is not an image: it looks like a web page.',
    }),
  );
});

test('what became of each original is measured, with how long it took', async () => {
  answerWith(Buffer.from('<html>no</html>'));
  answerWith(await photo('casa-mila-rotated.jpg'));
  await handle(objectsCreated(`originals/${OTHER}`, `originals/${ONE}`));
  const measured = logLines().filter((line) => '_aws' in line);
  const common = {
    service: 'resize-image',
    function_name: 'resize-image',
    ResizeDuration: expect.any(Number),
  };
  expect(measured).toMatchObject([
    { ...common, ImagesResized: 0, ImagesRejected: 1 },
    { ...common, ImagesResized: 1, ImagesRejected: 0 },
  ]);
  expect(measured[0]).toHaveProperty('_aws.CloudWatchMetrics.0.Namespace', 'movieFlix');
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
  answers.push({ Body, ContentLength: MAX_ORIGINAL_BYTES + 1 });
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
