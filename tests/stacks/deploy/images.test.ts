import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ImageFinding, originalKey, renditionKey, renditionsPrefix } from '@movieflix/contracts';
import sharp from 'sharp';
import { CHECKOUT } from '../../runner/run-program.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import { DEPLOY_WITHIN_MS, deployGallery } from './deploy-gallery.ts';
import type { Deployed } from './deployed.ts';
import { outputOf } from './gallery.ts';
import { ANSWERS_FOR_THIS_PROCESSOR } from './this-processor.ts';

const RESULT_WITHIN_MS = 60_000;

let deployed: Deployed;

beforeAll(async () => {
  deployed = await deployGallery(ANSWERS_FOR_THIS_PROCESSOR);
}, DEPLOY_WITHIN_MS);
afterAll(() => deployed?.emulator.stop());

const output = (name: string) => outputOf(deployed.gallery.nested['StorageStack'], name);

/** A record of Lambda's, as its destinations put it on the queue. */
interface DestinationRecord {
  requestContext: { condition: string; approximateInvokeCount: number };
  requestPayload: { Records?: { s3: { bucket: { name: string }; object: { key: string } } }[] };
  responsePayload: { images?: ImageFinding[]; errorType?: string; errorMessage?: string };
}

async function put(bytes: Uint8Array, contentType: string): Promise<string> {
  const imageId = randomUUID();
  await deployed.clients.s3.send(
    new PutObjectCommand({
      Bucket: output('ImageBucket'),
      Key: originalKey(imageId),
      Body: bytes,
      ContentType: contentType,
    }),
  );
  return imageId;
}

/** Takes records off the results queue until one answers the question. */
function recordOf(matches: (record: DestinationRecord) => boolean): Promise<DestinationRecord> {
  const queue = { QueueUrl: output('ResultsQueue') };
  return waitFor(
    'a record on the results queue',
    async () => {
      const command = new ReceiveMessageCommand({ ...queue, WaitTimeSeconds: 1 });
      for (const { Body = '', ReceiptHandle } of (await deployed.clients.sqs.send(command)).Messages ?? []) {
        await deployed.clients.sqs.send(new DeleteMessageCommand({ ...queue, ReceiptHandle }));
        const record: DestinationRecord = JSON.parse(Body);
        if (matches(record)) return record;
      }
      return undefined;
    },
    RESULT_WITHIN_MS,
  );
}

function resultOf(imageId: string): Promise<DestinationRecord> {
  return recordOf(
    (record) => record.responsePayload?.images?.some((image) => image.imageId === imageId) ?? false,
  );
}

describe('an original that arrives in the deployed image bucket', () => {
  test('gets its renditions and a result on the queue', async () => {
    const photo = await readFile(path.join(CHECKOUT, 'tests/fixtures/photos/canyon-wren.jpg'));
    const imageId = await put(photo, 'image/jpeg');
    const record = await resultOf(imageId);
    expect(record.requestContext.condition).toBe('Success');
    const [finding] = record.responsePayload.images ?? [];
    if (finding?.outcome !== 'ready') throw new Error(`expected it ready: ${JSON.stringify(finding)}`);
    const { width, height } = await sharp(photo).metadata();
    expect(finding).toMatchObject({ contentType: 'image/jpeg', bytes: photo.length, width, height });

    const list = new ListObjectsV2Command({
      Bucket: output('ImageBucket'),
      Prefix: renditionsPrefix(imageId),
    });
    const keys = ((await deployed.clients.s3.send(list)).Contents ?? []).map((object) => object.Key);
    const expected = finding.renditions.map((rendition) => renditionKey(imageId, rendition.width));
    expect(keys.sort()).toEqual(expected.sort());
    for (const rendition of finding.renditions) {
      const get = new GetObjectCommand({
        Bucket: output('ImageBucket'),
        Key: renditionKey(imageId, rendition.width),
      });
      const bytes = await (await deployed.clients.s3.send(get)).Body!.transformToByteArray();
      expect(await sharp(bytes).metadata()).toMatchObject({
        format: 'webp',
        width: rendition.width,
        height: rendition.height,
      });
    }
  });

  test('is rejected with a sentence where it is no picture', async () => {
    const imageId = await put(new TextEncoder().encode('This is no picture.'), 'image/jpeg');
    const record = await resultOf(imageId);
    expect(record.requestContext.condition).toBe('Success');
    expect(record.responsePayload.images).toMatchObject([
      { imageId, outcome: 'rejected', reason: 'not-an-image', message: expect.stringMatching(/\w+ \w+/) },
    ]);
  });

  test('is rejected where the picture breaks off', async () => {
    const photo = await readFile(path.join(CHECKOUT, 'tests/fixtures/photos/canyon-wren.jpg'));
    const imageId = await put(photo.subarray(0, 4000), 'image/jpeg');
    const record = await resultOf(imageId);
    expect(record.responsePayload.images).toMatchObject([{ imageId, outcome: 'rejected' }]);
  });
});

describe('an invocation that throws', () => {
  test('is tried three times, and then reaches the failure destination', async () => {
    const imageId = randomUUID();
    const key = originalKey(imageId);
    const event = { Records: [{ s3: { bucket: { name: 'a-bucket-that-is-not-there' }, object: { key } } }] };
    await deployed.clients.lambda.send(
      new InvokeCommand({
        FunctionName: output('ResizeFunction'),
        InvocationType: 'Event',
        Payload: JSON.stringify(event),
      }),
    );
    const record = await recordOf(({ requestPayload }) => requestPayload.Records?.[0]?.s3.object.key === key);
    expect(record.requestContext).toMatchObject({
      condition: 'RetriesExhausted',
      approximateInvokeCount: 3,
    });
    expect(record.responsePayload.errorMessage).toMatch(/bucket does not exist/);
  });

  test('cannot read other buckets than that of the images', async () => {
    const bucket = outputOf(deployed.gallery.nested['ReleaseStack'], 'ReleaseBucket');
    const event = {
      Records: [{ s3: { bucket: { name: bucket }, object: { key: originalKey(randomUUID()) } } }],
    };
    const answer = await deployed.clients.lambda.send(
      new InvokeCommand({ FunctionName: output('ResizeFunction'), Payload: JSON.stringify(event) }),
    );
    expect(answer.FunctionError).toBeDefined();
    expect(answer.Payload?.transformToString()).toMatch(/is not authorized to perform: s3:GetObject/);
  });
});
