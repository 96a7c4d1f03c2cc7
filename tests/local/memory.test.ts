import { once } from 'node:events';
import { get, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from '@jest/globals';
import { presignGet } from './cloud/presign.ts';
import { spawnCloud } from './cloud/spawned-cloud.ts';
import { BUCKET, CREDENTIALS, cloudOptions, REGION, withTemporaryFolder } from './cloud/test-cloud.ts';

const MIB = 1024 * 1024;
const LARGE_BYTES = 1024 * MIB;
const ALLOWED_GROWTH_BYTES = 64 * MIB;

test('an upload and a download of 1 GB hardly move the memory', () =>
  withTemporaryFolder(async (folder) => {
    await using cloud = await spawnCloud(cloudOptions(folder));
    await upload(cloud.endpoint, 'warm', 128 * MIB);
    await download(cloud.endpoint, 'warm');
    const before = await cloud.peakMemoryBytes();
    await upload(cloud.endpoint, 'large', LARGE_BYTES);
    expect((await cloud.peakMemoryBytes()) - before).toBeLessThan(ALLOWED_GROWTH_BYTES);
    expect(await download(cloud.endpoint, 'large')).toBe(LARGE_BYTES);
    expect((await cloud.peakMemoryBytes()) - before).toBeLessThan(ALLOWED_GROWTH_BYTES);
  }));

async function upload(endpoint: string, key: string, bytes: number): Promise<void> {
  const client = new S3Client({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: BUCKET, Key: key }));
  const put = request(url, { method: 'PUT', headers: { 'content-length': bytes } });
  const answer = once(put, 'response');
  await pipeline(Readable.from(mebibytes(bytes / MIB)), put);
  const [response] = await answer;
  response.resume();
  expect(response.statusCode).toBe(200);
}

function* mebibytes(count: number): Generator<Buffer> {
  const chunk = Buffer.alloc(MIB, 'movie');
  for (let index = 0; index < count; index += 1) yield chunk;
}

async function download(endpoint: string, key: string): Promise<number> {
  const [response] = await once(get(await presignGet(endpoint, key)), 'response');
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) bytes += chunk.length;
  return bytes;
}
