import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { expect, test } from '@jest/globals';
import { BUCKET, countBlobs, startTestCloud, type TestCloud } from './cloud/test-cloud.ts';

const PART = 5 * 1024 * 1024;
const first = Buffer.alloc(PART, 'first');
const second = Buffer.alloc(PART, 'second');
const last = Buffer.from('last');
const target = { Bucket: BUCKET, Key: 'originals/large' };

async function begin({ s3 }: TestCloud): Promise<string> {
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ ...target, ContentType: 'image/tiff' }),
  );
  return UploadId ?? '';
}

async function sendPart(
  { s3 }: TestCloud,
  UploadId: string,
  PartNumber: number,
  Body: Buffer,
): Promise<CompletedPart> {
  const { ETag, ChecksumCRC32 } = await s3.send(
    new UploadPartCommand({ ...target, UploadId, PartNumber, Body }),
  );
  return { PartNumber, ETag, ChecksumCRC32 };
}

function complete({ s3 }: TestCloud, UploadId: string, Parts: CompletedPart[], IfNoneMatch?: string) {
  return s3.send(
    new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts }, IfNoneMatch }),
  );
}

async function read({ s3 }: TestCloud, Range?: string): Promise<Buffer> {
  const { Body } = await s3.send(new GetObjectCommand({ ...target, Range }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

test('parts that arrive in any order become one object', async () => {
  await using started = await startTestCloud();
  const uploadId = await begin(started);
  const ninth = await sendPart(started, uploadId, 9, last);
  const one = await sendPart(started, uploadId, 1, first);
  const fourth = await sendPart(started, uploadId, 4, second);
  const listed = await started.s3.send(new ListPartsCommand({ ...target, UploadId: uploadId }));
  expect(listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
    [1, PART],
    [4, PART],
    [9, 4],
  ]);
  const { ETag } = await complete(started, uploadId, [one, fourth, ninth], '*');
  const md5s = [first, second, last].map((part) => createHash('md5').update(part).digest());
  expect(ETag).toBe(`"${createHash('md5').update(Buffer.concat(md5s)).digest('hex')}-3"`);
  expect((await read(started)).equals(Buffer.concat([first, second, last]))).toBe(true);
  expect((await read(started, `bytes=${PART - 3}-${PART + 2}`)).toString()).toBe(
    Buffer.concat([first.subarray(-3), second.subarray(0, 3)]).toString(),
  );
  expect((await read(started, 'bytes=-6')).toString()).toBe(`${second.subarray(-2)}last`);
  const got = await started.s3.send(new GetObjectCommand(target));
  await got.Body?.transformToByteArray();
  expect(got.ContentType).toBe('image/tiff');
});

test('a part sent again replaces the earlier one, and parts that are not named are dropped', async () => {
  await using started = await startTestCloud();
  const uploadId = await begin(started);
  await sendPart(started, uploadId, 1, first);
  await sendPart(started, uploadId, 2, last);
  const again = await sendPart(started, uploadId, 1, second);
  await complete(started, uploadId, [again]);
  expect((await read(started)).equals(second)).toBe(true);
  expect(await countBlobs(started.folder)).toBe(1);
});

test('the parts of an upload are listed in pages', async () => {
  await using started = await startTestCloud();
  const uploadId = await begin(started);
  for (const number of [1, 2, 3]) await sendPart(started, uploadId, number, last);
  const list = (PartNumberMarker?: string) =>
    started.s3.send(new ListPartsCommand({ ...target, UploadId: uploadId, MaxParts: 2, PartNumberMarker }));
  const page = await list();
  expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2' });
  const rest = await list(page.NextPartNumberMarker);
  expect(rest.IsTruncated).toBe(false);
  expect(rest.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([3]);
});

test('parts in the wrong order, unknown parts and small parts are refused, and the upload lives on', async () => {
  await using started = await startTestCloud();
  const uploadId = await begin(started);
  const small = await sendPart(started, uploadId, 1, last);
  const large = await sendPart(started, uploadId, 2, first);
  await expect(complete(started, uploadId, [large, small])).rejects.toMatchObject({
    name: 'InvalidPartOrder',
  });
  await expect(complete(started, uploadId, [small, large])).rejects.toMatchObject({ name: 'EntityTooSmall' });
  await expect(complete(started, uploadId, [{ ...large, ETag: small.ETag }])).rejects.toMatchObject({
    name: 'InvalidPart',
  });
  await expect(complete(started, uploadId, [{ ...large, ChecksumCRC32: 'AAAAAA==' }])).rejects.toMatchObject({
    name: 'InvalidPart',
  });
  await expect(complete(started, uploadId, [])).rejects.toMatchObject({ name: 'MalformedXML' });
  await expect(complete(started, uploadId, [large])).resolves.toBeDefined();
});

test('a multipart upload cannot overwrite where the key must be free', async () => {
  await using started = await startTestCloud();
  const uploadId = await begin(started);
  const part = await sendPart(started, uploadId, 1, last);
  await started.s3.send(new PutObjectCommand({ ...target, Body: 'already here' }));
  await expect(complete(started, uploadId, [part], '*')).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  expect((await read(started)).toString()).toBe('already here');
});

test('an aborted upload leaves nothing and takes no more parts', async () => {
  await using started = await startTestCloud();
  const uploadId = await begin(started);
  const part = await sendPart(started, uploadId, 1, last);
  await started.s3.send(new AbortMultipartUploadCommand({ ...target, UploadId: uploadId }));
  expect(await countBlobs(started.folder)).toBe(0);
  const gone = { name: 'NoSuchUpload', $metadata: { httpStatusCode: 404 } };
  await expect(sendPart(started, uploadId, 1, last)).rejects.toMatchObject(gone);
  await expect(complete(started, uploadId, [part])).rejects.toMatchObject(gone);
  await expect(
    started.s3.send(new ListPartsCommand({ ...target, UploadId: uploadId })),
  ).rejects.toMatchObject(gone);
});

test('part numbers outside 1 to 10000 are refused', async () => {
  await using started = await startTestCloud();
  const uploadId = await begin(started);
  await expect(sendPart(started, uploadId, 0, last)).rejects.toMatchObject({ name: 'InvalidArgument' });
  await expect(sendPart(started, uploadId, 10_001, last)).rejects.toMatchObject({ name: 'InvalidArgument' });
});

test('a stream of unknown length is stored by lib-storage', async () => {
  await using started = await startTestCloud();
  const upload = new Upload({
    client: started.s3,
    params: { ...target, Body: Readable.from([first, second, last]) },
  });
  await upload.done();
  expect((await read(started)).equals(Buffer.concat([first, second, last]))).toBe(true);
});
