import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A destination record, as far as tests look at it. */
export interface DestinationRecord {
  version: string;
  timestamp: string;
  requestContext: {
    requestId: string;
    functionArn: string;
    condition: string;
    approximateInvokeCount: number;
  };
  requestPayload: { Records: { s3: { object: { key: string } } }[] };
  responseContext: { statusCode: number; executedVersion: string; functionError?: string };
  responsePayload: Record<string, unknown> & { errorType?: string; errorMessage?: string };
}

/** Takes the next record off the queue, waiting for it. */
export async function nextRecord(sqs: SQSClient, queueUrl: string): Promise<DestinationRecord> {
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 20 }),
    );
    const [message] = Messages;
    if (!message) continue;
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    return JSON.parse(message.Body ?? '') as DestinationRecord;
  }
}
