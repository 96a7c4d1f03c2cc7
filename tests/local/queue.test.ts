import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import { QUEUE, startTestCloud, type TestCloud } from './cloud/test-cloud.ts';

const send = ({ sqs, queueUrl }: TestCloud, MessageBody: string, DelaySeconds?: number) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, DelaySeconds }));

async function receive(
  { sqs, queueUrl }: TestCloud,
  options: { MaxNumberOfMessages?: number; VisibilityTimeout?: number; WaitTimeSeconds?: number } = {},
) {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MessageSystemAttributeNames: ['All'], ...options }),
  );
  return Messages;
}

async function counts({ sqs, queueUrl }: TestCloud) {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['All'] }),
  );
  return [Attributes?.['ApproximateNumberOfMessages'], Attributes?.['ApproximateNumberOfMessagesNotVisible']];
}

test('a message is received once while it is in flight, and is gone once deleted', async () => {
  await using started = await startTestCloud();
  const { sqs, queueUrl } = started;
  await send(started, 'größe {"a":1}');
  const [message] = await receive(started);
  expect(message).toMatchObject({ Body: 'größe {"a":1}', Attributes: { ApproximateReceiveCount: '1' } });
  expect(await receive(started)).toEqual([]);
  expect(await counts(started)).toEqual(['0', '1']);
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message?.ReceiptHandle }));
  expect(await counts(started)).toEqual(['0', '0']);
});

test('a message comes again when its visibility timeout is over, under another receipt', async () => {
  await using started = await startTestCloud();
  await send(started, 'again');
  const [first] = await receive(started, { VisibilityTimeout: 1 });
  const [second] = await receive(started, { WaitTimeSeconds: 10 });
  expect(second).toMatchObject({ MessageId: first?.MessageId, Attributes: { ApproximateReceiveCount: '2' } });
  await started.sqs.send(
    new DeleteMessageCommand({ QueueUrl: started.queueUrl, ReceiptHandle: first?.ReceiptHandle }),
  );
  expect(await counts(started)).toEqual(['0', '1']);
});

test('a message can be given back at once', async () => {
  await using started = await startTestCloud();
  await send(started, 'back');
  const [message] = await receive(started);
  const waiting = receive(started, { WaitTimeSeconds: 10 });
  await started.sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: started.queueUrl,
      ReceiptHandle: message?.ReceiptHandle,
      VisibilityTimeout: 0,
    }),
  );
  expect(await waiting).toMatchObject([{ Body: 'back' }]);
});

test('a long poll answers as soon as a message comes, to one of those who wait', async () => {
  await using started = await startTestCloud();
  const polls = [receive(started, { WaitTimeSeconds: 20 }), receive(started, { WaitTimeSeconds: 20 })];
  await send(started, 'one');
  expect(await Promise.race(polls)).toMatchObject([{ Body: 'one' }]);
  await send(started, 'two');
  const bodies = (await Promise.all(polls)).flat().map(({ Body }) => Body);
  expect(bodies.sort()).toEqual(['one', 'two']);
});

test('closing does not wait for a long poll', async () => {
  let polling: Promise<unknown> | undefined;
  {
    await using started = await startTestCloud();
    polling = receive(started, { WaitTimeSeconds: 20 }).catch((error: unknown) => error);
    await send(started, 'shows that the poll is under way');
  }
  await polling;
});

test('at most as many messages come as were asked for, and a batch deletes them', async () => {
  await using started = await startTestCloud();
  for (let index = 0; index < 12; index += 1) await send(started, `message ${index}`);
  const messages = await receive(started, { MaxNumberOfMessages: 10 });
  expect(messages.map(({ Body }) => Body)).toEqual(
    Array.from({ length: 10 }, (_, index) => `message ${index}`),
  );
  const { Successful } = await started.sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl: started.queueUrl,
      Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: `m${index}`, ReceiptHandle })),
    }),
  );
  expect(Successful).toHaveLength(10);
  expect(await counts(started)).toEqual(['2', '0']);
});

test('a delayed message is hidden at first', async () => {
  await using started = await startTestCloud();
  await send(started, 'later', 1);
  expect(await receive(started)).toEqual([]);
  expect(await receive(started, { WaitTimeSeconds: 10 })).toMatchObject([{ Body: 'later' }]);
});

test('a queue is found by its name', async () => {
  await using started = await startTestCloud();
  const { QueueUrl } = await started.sqs.send(new GetQueueUrlCommand({ QueueName: QUEUE }));
  expect(QueueUrl).toBe(started.queueUrl);
});

test('what makes no sense is refused by its SQS name', async () => {
  await using started = await startTestCloud();
  const { sqs } = started;
  await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'other' }))).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
  await expect(receive(started, { MaxNumberOfMessages: 11 })).rejects.toMatchObject({
    name: 'InvalidParameterValue',
  });
  await expect(send(started, 'x'.repeat(1024 * 1024 + 1))).rejects.toMatchObject({
    name: 'InvalidParameterValue',
  });
  await expect(sqs.send(new PurgeQueueCommand({ QueueUrl: started.queueUrl }))).rejects.toMatchObject({
    name: 'UnsupportedOperation',
  });
});
