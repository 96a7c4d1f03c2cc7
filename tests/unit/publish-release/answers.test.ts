import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import {
  type CustomResource,
  serveRequest,
} from '@movieflix/publish-release/cloudformation/custom-resource.ts';
import { findRelease } from '@movieflix/publish-release/release/find-release.ts';
import { PLENTY_OF_TIME, resourceRequest, SILENT_LOG, startCloudFormation } from './cloudformation.ts';
import { BUCKET, startPublisher } from './publisher.ts';
import { sampleRelease } from './sample-release.ts';

const quiet: CustomResource = {
  physicalResourceId: () => 'thing',
  put: async () => ({}),
  remove: async () => {},
};

test('an answer names the request, and carries no content type, which its address was not signed for', async () => {
  await using cloudFormation = await startCloudFormation();
  const request = resourceRequest(cloudFormation.url, 'Create', 'Custom::Thing', {});
  await serveRequest({ 'Custom::Thing': quiet }, request, PLENTY_OF_TIME, SILENT_LOG);
  const { StackId, RequestId, LogicalResourceId } = request;
  expect(cloudFormation.answers).toEqual([
    { Status: 'SUCCESS', PhysicalResourceId: 'thing', StackId, RequestId, LogicalResourceId, Data: {} },
  ]);
  expect(cloudFormation.contentTypes).toEqual([undefined]);
});

test('an answer is repeated until it is taken', async () => {
  await using cloudFormation = await startCloudFormation();
  cloudFormation.refusals = 2;
  const request = resourceRequest(cloudFormation.url, 'Create', 'Custom::Thing', {});
  await serveRequest({ 'Custom::Thing': quiet }, request, PLENTY_OF_TIME, SILENT_LOG);
  expect(cloudFormation.answers).toHaveLength(1);
});

test('work that takes too long is answered with a failure before Lambda ends it', async () => {
  await using cloudFormation = await startCloudFormation();
  const never = { ...quiet, put: () => new Promise<never>(() => {}) };
  const request = resourceRequest(cloudFormation.url, 'Create', 'Custom::Thing', {});
  const nearlyOver = { getRemainingTimeInMillis: () => 40_050 };
  await serveRequest({ 'Custom::Thing': never }, request, nearlyOver, SILENT_LOG);
  expect(cloudFormation.answers).toMatchObject([
    { Status: 'FAILED', Reason: expect.stringContaining('time was up') },
  ]);
});

test('a reason longer than an answer may be is cut', async () => {
  await using cloudFormation = await startCloudFormation();
  const loud = { ...quiet, put: () => Promise.reject(new Error('x'.repeat(10_000))) };
  const request = resourceRequest(cloudFormation.url, 'Create', 'Custom::Thing', {});
  await serveRequest({ 'Custom::Thing': loud }, request, PLENTY_OF_TIME, SILENT_LOG);
  expect(JSON.stringify(cloudFormation.answers[0]).length).toBeLessThan(4096);
});

test('a resource that nobody makes fails with its type', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  const answer = await publisher.ask(release.folders, 'Create', 'Custom::Unheard');
  expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'Nothing here makes a Custom::Unheard.' });
});

test('a property that is missing fails with its name', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  const answer = await publisher.ask(release.folders, 'Create', 'Custom::Website', { ApiUrl: '' });
  expect(answer.Reason).toBe('Expected the property ApiUrl of Custom::Website but found "".');
});

test('a function without its layers fails with what to do', async () => {
  expect(findRelease).toThrow('the layer with @movieflix/release is missing');
});

test.each(['Custom::Release', 'Custom::Website'])('deleting a %s empties its bucket', async (type) => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  await publisher.ask(release.folders, 'Create', type);
  expect(await publisher.keys()).not.toEqual([]);
  expect(await publisher.ask(release.folders, 'Delete', type)).toMatchObject({
    Status: 'SUCCESS',
    PhysicalResourceId: 'content-of-website',
  });
  expect(await publisher.keys()).toEqual([]);
});

test('emptying a bucket goes on over more objects than one page holds', async () => {
  await using publisher = await startPublisher();
  const put = (index: number) =>
    publisher.cloud.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `k${index}`, Body: 'x' }));
  for (let from = 0; from < 1010; from += 101) {
    await Promise.all(Array.from({ length: 101 }, (_, index) => put(from + index)));
  }
  using release = await sampleRelease('one');
  await publisher.ask(release.folders, 'Delete', 'Custom::Website');
  expect(await publisher.keys()).toEqual([]);
});

test.each([
  ['whose bucket is gone', 'Custom::Website', {}, 'content-of-elsewhere'],
  ['that was never created for want of a bucket', 'Custom::Website', { Bucket: '' }, 'none-1'],
  ['that was never created, since its bucket is no name', 'Custom::Release', { Bucket: ['a'] }, 'none-1'],
  ['that nobody makes', 'Custom::Unheard', {}, 'none-1'],
])('deleting a resource %s succeeds', async (_what, type, properties, id) => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  const answer = await publisher.ask(release.folders, 'Delete', type, properties, id);
  expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: id });
});

test('after a change of buckets the deletion of the former content leaves the new one alone', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  await publisher.ask(release.folders, 'Update', 'Custom::Website', {}, 'content-of-former');
  const keys = await publisher.keys();
  const answer = await publisher.ask(release.folders, 'Delete', 'Custom::Website', {}, 'content-of-former');
  expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'content-of-former' });
  expect(await publisher.keys()).toEqual(keys);
});

test('a creation that was never answered is deleted by its properties', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  await publisher.ask(release.folders, 'Create', 'Custom::Website');
  await publisher.ask(release.folders, 'Delete', 'Custom::Website', {}, 'gallery-Website-1ABCDEFGHIJ');
  expect(await publisher.keys()).toEqual([]);
});
