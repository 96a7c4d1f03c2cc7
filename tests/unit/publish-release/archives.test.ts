import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { BUCKET, startPublisher } from './publisher.ts';
import { damage, sampleRelease } from './sample-release.ts';

const RELEASE = 'Custom::Release';

test('archives go to the release bucket under the hash of their content', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  const { Status, Data = {} } = await publisher.ask(release.folders, 'Create', RELEASE);
  expect(Status).toBe('SUCCESS');
  expect(Data).toEqual({
    Release: expect.stringMatching(/^[0-9a-f]{64}$/),
    ApiRelease: expect.stringMatching(/^api\/[0-9a-f]{64}\.tar\.gz$/),
    WebRelease: expect.stringMatching(/^web\/[0-9a-f]{64}\.tar\.gz$/),
    DatabaseRelease: expect.stringMatching(/^database\/[0-9a-f]{64}\.tar\.gz$/),
    BastionRelease: expect.stringMatching(/^bastion\/[0-9a-f]{64}\.tar\.gz$/),
    NodeRelease: expect.stringMatching(/^node\/[0-9a-f]{64}\.tar\.gz$/),
  });
  const { Release: _hash, ...keys } = Data;
  expect(await publisher.keys()).toEqual(Object.values(keys).sort());
  const get = new GetObjectCommand({ Bucket: BUCKET, Key: Data['ApiRelease'] });
  const stored = await (await publisher.cloud.s3.send(get)).Body?.transformToByteArray();
  const built = readFileSync(path.join(release.folders.release, 'api.tar.gz'));
  expect(built.equals(stored ?? Buffer.alloc(0))).toBe(true);
});

test('a new release changes the keys of what changed, and of nothing else', async () => {
  await using publisher = await startPublisher();
  using one = await sampleRelease('one');
  using two = await sampleRelease('two');
  const { Data: before = {} } = await publisher.ask(one.folders, 'Create', RELEASE);
  const { Data: after = {} } = await publisher.ask(two.folders, 'Update', RELEASE);
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
  expect(changed.sort()).toEqual(['ApiRelease', 'Release', 'WebRelease']);
});

test('each architecture has its own Node', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  const of = async (Architecture: string) => {
    const { Data } = await publisher.ask(release.folders, 'Update', RELEASE, { Architecture });
    return Data?.['NodeRelease'];
  };
  expect(await of('arm64')).not.toBe(await of('x86_64'));
});

test('an unknown architecture fails with what was expected', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  const answer = await publisher.ask(release.folders, 'Create', RELEASE, { Architecture: 'mips' });
  expect(answer).toMatchObject({
    Status: 'FAILED',
    Reason: 'Expected Architecture to be one of arm64, x86_64 but found "mips".',
  });
  expect(await publisher.keys()).toEqual([]);
});

test('five releases of a kind are kept, and the one in use whatever its age', async () => {
  await using publisher = await startPublisher();
  const published: string[] = [];
  for (const version of ['1', '2', '3', '4', '5', '6', '7']) {
    using release = await sampleRelease(version);
    const { Data } = await publisher.ask(release.folders, 'Update', RELEASE);
    published.push(Data?.['ApiRelease'] ?? '');
  }
  const kept = (await publisher.keys()).filter((key) => key.startsWith('api/'));
  expect(kept).toHaveLength(5);
  expect(kept).toContain(published.at(-1));
  expect((await publisher.keys()).filter((key) => key.startsWith('database/'))).toHaveLength(1);
});

test('a Node that is not whole fails before anything is written', async () => {
  await using publisher = await startPublisher();
  using release = await sampleRelease('one');
  damage(release.folders.nodeRuntime, 'x86_64.tar.gz', 'half');
  const answer = await publisher.ask(release.folders, 'Create', RELEASE);
  expect(answer.Reason).toContain('x86_64.tar.gz has the SHA-256');
  expect(await publisher.keys()).toEqual([]);
});
