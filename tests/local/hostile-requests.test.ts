import { createHash } from 'node:crypto';
import {
  DeleteObjectsCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import { presignGet } from './cloud/presign.ts';
import { sendRaw } from './cloud/raw-request.ts';
import { BUCKET, s3With, startTestCloud, type TestCloud } from './cloud/test-cloud.ts';

/** DeleteObjects with another document, signed. */
function deleteWith(started: TestCloud, document: string) {
  const client = s3With(started, { maxAttempts: 1 });
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { headers: Record<string, string>; body: unknown };
      delete request.headers['x-amz-checksum-crc32'];
      request.headers['content-md5'] = createHash('md5').update(document).digest('base64');
      request.headers['content-length'] = String(Buffer.byteLength(document));
      request.body = document;
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'document' },
  );
  return client.send(
    new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key: 'replaced' }] } }),
  );
}

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['a header without an end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(40_000)}`, /^HTTP\/1\.1 431 /],
  [
    'a path that is no UTF-8',
    'GET /images/%ff HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    /<Code>InvalidURI<\/Code>/,
  ],
  [
    'a broken percent sign',
    'GET /images/%zz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    /<Code>InvalidURI<\/Code>/,
  ],
  [
    'a whole URL as its target',
    'GET http://evil/ HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    /<Code>InvalidURI<\/Code>/,
  ],
  [
    'a negative length',
    'PUT /images/a HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'two lengths',
    'PUT /images/a HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a length and chunks',
    'PUT /images/a HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  ['no host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
  [
    'an expectation nobody knows',
    'GET / HTTP/1.1\r\nhost: a\r\nexpect: miracles\r\nconnection: close\r\n\r\n',
    /^HTTP\/1\.1 417 /,
  ],
  [
    'an Authorization of another kind',
    'GET /images/a HTTP/1.1\r\nhost: a\r\nauthorization: Basic abc\r\nconnection: close\r\n\r\n',
    /<Code>AuthorizationHeaderMalformed<\/Code>/,
  ],
  [
    'a queue request without a signature',
    'POST / HTTP/1.1\r\nhost: a\r\nx-amz-target: AmazonSQS.SendMessage\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
    /^HTTP\/1\.1 403 /,
  ],
])('a request with %s is answered with 4xx', async (_what, bytes, answer) => {
  await using started = await startTestCloud();
  expect(await sendRaw(started.cloud.endpoint, bytes)).toMatch(answer);
  await expect(started.s3.send(new HeadBucketCommand({ Bucket: BUCKET }))).resolves.toBeDefined();
  expect(started.lines).toEqual([]);
});

const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'b'.repeat(index + 1)} "&a;&a;&a;&a;">`).join('')}]><Delete><Object><Key>&bbb;</Key></Object></Delete>`;

test.each([
  ['no XML', 'hello'],
  ['nothing', ''],
  ['an unclosed element', '<Delete><Object><Key>a</Key></Object>'],
  ['another document', '<Create/>'],
  ['a key in the place of an object', '<Delete><Object>a</Object></Delete>'],
  ['an empty key', '<Delete><Object><Key></Key></Object></Delete>'],
  ['1001 keys', `<Delete>${'<Object><Key>a</Key></Object>'.repeat(1001)}</Delete>`],
  ['entities of its own', bomb],
  ['elements in elements without end', '<Delete>'.repeat(100_000)],
])('a document that is %s is refused', async (_what, document) => {
  await using started = await startTestCloud();
  await expect(deleteWith(started, document)).rejects.toMatchObject({ name: 'MalformedXML' });
  await started.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'still serving', Body: 'x' }));
  expect((await started.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(1);
});

test('a key is read from a document as it was written there', async () => {
  await using started = await startTestCloud();
  const answer = await deleteWith(
    started,
    '<?xml version="1.0"?><Delete><Object><Key> &lt;a&amp;amp;&#x1F600;&#10;&unknown; </Key></Object></Delete>',
  );
  expect(answer.Deleted).toEqual([{ Key: ' <a&amp;\u{1F600}\n&unknown; ' }]);
});

test('a header of an answer cannot be broken out of', async () => {
  await using started = await startTestCloud();
  await started.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: 'x' }));
  const url = await presignGet(started.cloud.endpoint, 'a', {
    ResponseContentDisposition: 'attachment\r\nset-cookie: a=b',
  });
  const response = await fetch(url);
  expect(response.status).toBe(400);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test.each([
  ['a queue that is no text', { QueueUrl: 5 }],
  ['a count that is no number', { MaxNumberOfMessages: 'ten' }],
  ['a wait that never ends', { WaitTimeSeconds: 1e9 }],
])('a queue request with %s is refused', async (_what, input) => {
  await using started = await startTestCloud();
  started.sqs.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { headers: Record<string, string>; body: string };
      request.body = JSON.stringify({ QueueUrl: started.queueUrl, ...input });
      request.headers['content-length'] = String(request.body.length);
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'input' },
  );
  const receive = new ReceiveMessageCommand({ QueueUrl: started.queueUrl });
  await expect(started.sqs.send(receive)).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
});
