import { inTransaction } from '../database/transaction.ts';
import { type Message, takeMessages } from './message.table.ts';
import { type QueueInput, readInteger, readQueue } from './queue-input.ts';
import type { QueueService } from './queue-service.ts';
import { md5 } from './send-message.ts';
import { messageMayBeVisible } from './wait-for-message.ts';

export const DEFAULT_VISIBILITY_TIMEOUT_SECONDS = 30;
export const MAX_VISIBILITY_TIMEOUT_SECONDS = 43_200;

/** ReceiveMessage; waits up to `WaitTimeSeconds` for the first message, and takes none for a client that left. */
export async function receiveMessage(service: QueueService, input: QueueInput, clientLeft: AbortSignal) {
  const queue = readQueue(service, input);
  const limit = readInteger(input, 'MaxNumberOfMessages', { from: 1, to: 10, otherwise: 1 });
  const waitSeconds = readInteger(input, 'WaitTimeSeconds', { from: 0, to: 20, otherwise: 0 });
  const visibilityTimeout = readInteger(input, 'VisibilityTimeout', {
    from: 0,
    to: MAX_VISIBILITY_TIMEOUT_SECONDS,
    otherwise: DEFAULT_VISIBILITY_TIMEOUT_SECONDS,
  });
  const deadline = Date.now() + waitSeconds * 1000;
  while (!clientLeft.aborted) {
    const messages = inTransaction(service.db, () =>
      takeMessages(service.db, queue, limit, visibilityTimeout),
    );
    if (messages.length > 0) return { Messages: messages.map(toAnswer) };
    if (!(await messageMayBeVisible(service, queue, deadline, clientLeft))) break;
  }
  return { Messages: [] };
}

function toAnswer(message: Message) {
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receipt,
    MD5OfBody: md5(message.body),
    Body: message.body,
    Attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      SentTimestamp: String(message.sentAt),
    },
  };
}
