import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import { nextRecord } from './cloud/results.ts';
import { BUCKET, QUEUE, startTestCloud, type TestCloud, testFunction } from './cloud/test-cloud.ts';
import { waitUntil } from './cloud/wait-until.ts';

const put = ({ s3 }: TestCloud, Key: string) =>
  s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'hello' }));

test('a new object invokes the function with the event as AWS writes it', async () => {
  await using started = await startTestCloud({ functions: [testFunction('keys')] });
  await put(started, 'renditions/not this one');
  await put(started, 'originals/a b+ü.jpg');
  const record = await nextRecord(started.sqs, started.queueUrl);
  expect(record).toEqual({
    version: '1.0',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    requestContext: {
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      functionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:resize:$LATEST',
      condition: 'Success',
      approximateInvokeCount: 1,
    },
    requestPayload: {
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'eu-central-1',
          eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
          eventName: 'ObjectCreated:Put',
          userIdentity: { principalId: expect.any(String) },
          requestParameters: { sourceIPAddress: '127.0.0.1' },
          responseElements: { 'x-amz-request-id': expect.any(String), 'x-amz-id-2': expect.any(String) },
          s3: {
            s3SchemaVersion: '1.0',
            configurationId: expect.any(String),
            bucket: {
              name: BUCKET,
              ownerIdentity: { principalId: expect.any(String) },
              arn: 'arn:aws:s3:::images',
            },
            object: {
              key: 'originals/a+b%2B%C3%BC.jpg',
              size: 5,
              eTag: '5d41402abc4b2a76b9719d911017c592',
              sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
            },
          },
        },
      ],
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST' },
    responsePayload: { keys: ['originals/a+b%2B%C3%BC.jpg'] },
  });
});

test('a function runs with the cloud in its environment, and nothing else of ours', async () => {
  await using started = await startTestCloud({
    functions: [testFunction('shows-environment', { environment: { BUCKET_NAME: BUCKET } })],
  });
  await put(started, 'originals/a');
  const { responsePayload, requestContext } = await nextRecord(started.sqs, started.queueUrl);
  expect(responsePayload).toMatchObject({
    functionName: 'resize',
    requestId: requestContext.requestId,
    environment: {
      AWS_ENDPOINT_URL: started.cloud.endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'test-key',
      AWS_LAMBDA_FUNCTION_NAME: 'resize',
      BUCKET_NAME: BUCKET,
    },
  });
  expect(responsePayload['environment']).not.toHaveProperty('HOME');
  expect(responsePayload['remainingMs']).toBeGreaterThan(0);
});

test('a passing fault is tried again', async () => {
  await using started = await startTestCloud((folder) => ({
    functions: [
      testFunction('counts-and-fails', { environment: { COUNT_FILE: join(folder, 'count'), FAILURES: '2' } }),
    ],
  }));
  await put(started, 'originals/a');
  const record = await nextRecord(started.sqs, started.queueUrl);
  expect(record.requestContext).toMatchObject({ condition: 'Success', approximateInvokeCount: 3 });
  expect(record.responsePayload).toEqual({ attempt: 3 });
});

test('after two retries the failure goes to the failure queue', async () => {
  await using started = await startTestCloud((folder) => ({
    queues: [QUEUE, 'failures'],
    functions: [
      testFunction('counts-and-fails', {
        environment: { COUNT_FILE: join(folder, 'count'), FAILURES: '99' },
        onFailureQueue: 'failures',
      }),
    ],
  }));
  await put(started, 'originals/a');
  const record = await nextRecord(started.sqs, started.cloud.queueUrl('failures'));
  expect(record.requestContext).toMatchObject({ condition: 'RetriesExhausted', approximateInvokeCount: 3 });
  expect(record.responseContext).toEqual({
    statusCode: 200,
    executedVersion: '$LATEST',
    functionError: 'Unhandled',
  });
  expect(record.responsePayload).toMatchObject({
    errorType: 'TypeError',
    errorMessage: 'attempt 3 failed',
    trace: expect.arrayContaining(['TypeError: attempt 3 failed']),
  });
  expect(record.requestPayload.Records[0]?.s3.object.key).toBe('originals/a');
  expect(await readFile(join(started.folder, 'count'), 'utf8')).toBe('...');
});

test.each([
  ['exit', 'Runtime.ExitError', /exit status 3/],
  ['eat-memory', 'Runtime.ExitError', /signal: SIG(ABRT|TRAP)|exit status/],
  ['hang', 'Sandbox.Timedout', /timed out after 1\.00 seconds/],
  ['spin', 'Sandbox.Timedout', /timed out after 1\.00 seconds/],
  ['throw-later', 'Runtime.ExitError', /exit status 1/],
  ['answer-at-length', 'RangeError', /at most 524288 bytes/],
])('a worker that does "%s" fails alone', async (deed, errorType, message) => {
  await using started = await startTestCloud({
    functions: [
      testFunction('misbehaves', {
        timeoutSeconds: 1,
        retryDelaysSeconds: [0, 0],
        environment: { NODE_OPTIONS: '--max-old-space-size=32' },
      }),
    ],
  });
  await put(started, `originals/${deed}`);
  await put(started, 'originals/nothing');
  const records = [
    await nextRecord(started.sqs, started.queueUrl),
    await nextRecord(started.sqs, started.queueUrl),
  ];
  const byCondition = (condition: string) =>
    records.find((record) => record.requestContext.condition === condition);
  expect(byCondition('Success')?.responsePayload).toEqual({ deed: 'nothing' });
  const failure = byCondition('RetriesExhausted');
  expect(failure?.requestContext.approximateInvokeCount).toBe(3);
  expect(failure?.responsePayload.errorType).toBe(errorType);
  expect(failure?.responsePayload.errorMessage).toMatch(message);
});

test('a module without a handler is a failure with the reason in the log', async () => {
  await using started = await startTestCloud({
    functions: [testFunction('breaks-on-load', { retryDelaysSeconds: [0, 0] })],
  });
  await put(started, 'originals/a');
  const { responsePayload } = await nextRecord(started.sqs, started.queueUrl);
  expect(responsePayload.errorType).toBe('Runtime.ExitError');
  await waitUntil(() => started.lines.some((line) => line.includes('to export a function "handler"')));
});

test('no more workers run at once than the function may have, and they are used again', async () => {
  await using started = await startTestCloud((folder) => ({
    functions: [
      testFunction('waits-for-gate', { environment: { GATE: join(folder, 'gate') }, concurrency: 2 }),
    ],
  }));
  await Promise.all(Array.from({ length: 6 }, (_, index) => put(started, `originals/${index}`)));
  await waitUntil(() => started.lines.length === 2);
  await writeFile(join(started.folder, 'gate'), '');
  const pids = new Set<unknown>();
  for (let index = 0; index < 6; index += 1) {
    pids.add((await nextRecord(started.sqs, started.queueUrl)).responsePayload['pid']);
  }
  expect(pids.size).toBe(2);
  await waitUntil(() => started.lines.length === 6);
});

test('Invoke runs the function with a payload of its own, in the background', async () => {
  await using started = await startTestCloud({ functions: [testFunction('keys')] });
  const payload = { Records: [{ s3: { object: { key: 'by+hand' } } }] };
  const answer = await started.lambda.send(
    new InvokeCommand({ FunctionName: 'resize', InvocationType: 'Event', Payload: JSON.stringify(payload) }),
  );
  expect(answer.StatusCode).toBe(202);
  const record = await nextRecord(started.sqs, started.queueUrl);
  expect(record.requestPayload).toEqual(payload);
  expect(record.responsePayload).toEqual({ keys: ['by+hand'] });
});

test('Invoke refuses what it cannot do', async () => {
  await using started = await startTestCloud({ functions: [testFunction('keys')] });
  const invoke = (FunctionName: string, InvocationType: 'Event' | 'RequestResponse', Payload: string) =>
    started.lambda.send(new InvokeCommand({ FunctionName, InvocationType, Payload }));
  await expect(invoke('other', 'Event', '{}')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(invoke('resize', 'RequestResponse', '{}')).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
  });
  await expect(invoke('resize', 'Event', 'not json')).rejects.toMatchObject({
    $metadata: { httpStatusCode: 400 },
  });
  const { Attributes } = await started.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: started.queueUrl, AttributeNames: ['All'] }),
  );
  expect(Attributes?.['ApproximateNumberOfMessages']).toBe('0');
});
