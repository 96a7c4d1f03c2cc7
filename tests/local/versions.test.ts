import { DeleteObjectsCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { BUCKET, startTestCloud } from './cloud/test-cloud.ts';

test('every object of a bucket is its only version, and can be deleted as that', async () => {
  await using cloud = await startTestCloud();
  for (const Key of ['b', 'a/1', 'a/2']) {
    await cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }));
  }
  const list = async (settings = {}) =>
    cloud.s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, ...settings }));
  expect((await list({ MaxKeys: 2 })).IsTruncated).toBe(true);
  const { Versions = [], IsTruncated } = await list({ Prefix: 'a/' });
  expect(IsTruncated).toBe(false);
  expect(Versions).toMatchObject([
    { Key: 'a/1', VersionId: 'null', IsLatest: true, Size: 1 },
    { Key: 'a/2', VersionId: 'null', IsLatest: true, Size: 1 },
  ]);
  const Objects = Versions.map(({ Key, VersionId }) => ({ Key, VersionId }));
  await cloud.s3.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }));
  expect((await list()).Versions).toMatchObject([{ Key: 'b' }]);
});
