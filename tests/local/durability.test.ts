import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import { startLocalCloud } from '@movieflix/local/cloud/start-local-cloud.ts';
import { nextRecord } from './cloud/results.ts';
import { spawnCloud } from './cloud/spawned-cloud.ts';
import {
  BUCKET,
  cloudOptions,
  countBlobs,
  QUEUE,
  testFunction,
  withTemporaryFolder,
} from './cloud/test-cloud.ts';
import { waitUntil } from './cloud/wait-until.ts';

const target = { Bucket: BUCKET, Key: 'originals/a' };

test('an object that was confirmed survives kill -9, right after the answer', () =>
  withTemporaryFolder(async (folder) => {
    for (let round = 0; round < 5; round += 1) {
      await using cloud = await spawnCloud(cloudOptions(folder));
      await cloud.s3.send(new PutObjectCommand({ ...target, Key: `round ${round}`, Body: `body ${round}` }));
      await cloud.kill();
    }
    await using cloud = await spawnCloud(cloudOptions(folder));
    for (let round = 0; round < 5; round += 1) {
      const got = await cloud.s3.send(new GetObjectCommand({ ...target, Key: `round ${round}` }));
      expect(await got.Body?.transformToString()).toBe(`body ${round}`);
    }
  }));

test('an event whose function was killed with everything else runs after the next start', () =>
  withTemporaryFolder(async (folder) => {
    const gate = join(folder, 'gate');
    const options = {
      ...cloudOptions(folder),
      functions: [
        testFunction('waits-for-gate', { environment: { GATE: gate, STARTED: join(folder, 'started') } }),
      ],
    };
    {
      await using cloud = await spawnCloud(options);
      await cloud.s3.send(new PutObjectCommand({ ...target, Body: 'x' }));
      await waitUntil(() => existsSync(join(folder, 'started')));
      await cloud.kill();
    }
    await writeFile(gate, '');
    await using cloud = await spawnCloud(options);
    const record = await nextRecord(cloud.sqs, cloud.queueUrl(QUEUE));
    expect(record.requestContext).toMatchObject({ condition: 'Success', approximateInvokeCount: 1 });
    expect(record.requestPayload.Records[0]?.s3.object.key).toBe('originals/a');
  }));

test('workers end when the cloud is killed', () =>
  withTemporaryFolder(async (folder) => {
    const started = join(folder, 'started');
    await using cloud = await spawnCloud({
      ...cloudOptions(folder),
      functions: [
        testFunction('waits-for-gate', { environment: { GATE: join(folder, 'gate'), STARTED: started } }),
      ],
    });
    await cloud.s3.send(new PutObjectCommand({ ...target, Body: 'x' }));
    await waitUntil(() => existsSync(started));
    const pid = Number(await readFile(started, 'utf8'));
    await cloud.kill();
    await waitUntil(() => !isAlive(pid));
  }));

test('messages survive kill -9, those in flight come again', () =>
  withTemporaryFolder(async (folder) => {
    const bodies: (string | undefined)[] = [];
    {
      await using cloud = await spawnCloud(cloudOptions(folder));
      const QueueUrl = cloud.queueUrl(QUEUE);
      await cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'taken' }));
      await cloud.sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 1 }));
      await cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'waiting' }));
      await cloud.kill();
    }
    await using cloud = await spawnCloud(cloudOptions(folder));
    while (bodies.length < 2) {
      const { Messages = [] } = await cloud.sqs.send(
        new ReceiveMessageCommand({ QueueUrl: cloud.queueUrl(QUEUE), WaitTimeSeconds: 10 }),
      );
      bodies.push(...Messages.map(({ Body }) => Body));
    }
    expect(bodies.sort()).toEqual(['taken', 'waiting']);
  }));

test('a multipart upload goes on after kill -9', () =>
  withTemporaryFolder(async (folder) => {
    const parts = [Buffer.alloc(5 * 1024 * 1024, 'a'), Buffer.from('b')];
    let UploadId: string | undefined;
    const etags: (string | undefined)[] = [];
    for (const [index, Body] of parts.entries()) {
      await using cloud = await spawnCloud(cloudOptions(folder));
      UploadId ??= (await cloud.s3.send(new CreateMultipartUploadCommand(target))).UploadId;
      const part = new UploadPartCommand({ ...target, UploadId, PartNumber: index + 1, Body });
      etags.push((await cloud.s3.send(part)).ETag);
      await cloud.kill();
    }
    await using cloud = await spawnCloud(cloudOptions(folder));
    const Parts = etags.map((ETag, index) => ({ ETag, PartNumber: index + 1 }));
    await cloud.s3.send(
      new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts } }),
    );
    const got = await cloud.s3.send(new GetObjectCommand(target));
    expect((await got.Body?.transformToByteArray())?.length).toBe(5 * 1024 * 1024 + 1);
  }));

test('bytes that a crash left behind are swept at the next start, and nothing else is', () =>
  withTemporaryFolder(async (folder) => {
    {
      await using cloud = await spawnCloud(cloudOptions(folder));
      await cloud.s3.send(new PutObjectCommand({ ...target, Body: 'kept' }));
      await cloud.kill();
    }
    await writeFile(join(folder, 'incoming', 'half-written'), 'x');
    await mkdir(join(folder, 'blobs', 'ab'), { recursive: true });
    await writeFile(join(folder, 'blobs', 'ab', `ab${'0'.repeat(30)}`), 'moved, but never committed');
    await using cloud = await spawnCloud(cloudOptions(folder));
    await waitUntil(async () => (await countBlobs(folder)) === 1);
    const got = await cloud.s3.send(new GetObjectCommand(target));
    expect(await got.Body?.transformToString()).toBe('kept');
  }));

test('an upload that nobody completed within a week is ended at the next start', () =>
  withTemporaryFolder(async (folder) => {
    {
      await using cloud = await spawnCloud(cloudOptions(folder));
      for (const Key of ['abandoned', 'young']) {
        const { UploadId } = await cloud.s3.send(new CreateMultipartUploadCommand({ ...target, Key }));
        await cloud.s3.send(new UploadPartCommand({ ...target, Key, UploadId, PartNumber: 1, Body: Key }));
      }
      await cloud.kill();
    }
    const db = new DatabaseSync(join(folder, 'cloud.sqlite'));
    const eightDaysMs = 8 * 24 * 3600 * 1000;
    db.prepare('UPDATE uploads SET started_at = started_at - ? WHERE key = ?').run(
      eightDaysMs,
      Buffer.from('abandoned'),
    );
    db.close();
    await using _cloud = await spawnCloud(cloudOptions(folder));
    await waitUntil(async () => (await countBlobs(folder)) === 1);
  }));

test('a folder that is in use is refused in a sentence', () =>
  withTemporaryFolder(async (folder) => {
    await using _cloud = await spawnCloud(cloudOptions(folder));
    await expect(startLocalCloud(cloudOptions(folder))).rejects.toThrow(/another local cloud has it open/);
  }));

test('a port that is taken is refused', () =>
  withTemporaryFolder((folder) =>
    withTemporaryFolder(async (other) => {
      await using cloud = await spawnCloud(cloudOptions(folder));
      const port = Number(new URL(cloud.endpoint).port);
      await expect(startLocalCloud({ ...cloudOptions(other), port })).rejects.toMatchObject({
        code: 'EADDRINUSE',
      });
    }),
  ));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
