import { createHash } from 'node:crypto';
import { CloudError } from '../cloud-error.ts';
import { insertMessage } from './message.table.ts';
import { type QueueInput, readInteger, readQueue, readText } from './queue-input.ts';
import type { QueueService } from './queue-service.ts';

/** SQS takes messages of up to 1 MiB. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;
const MAX_DELAY_SECONDS = 900;

export function sendMessage(service: QueueService, input: QueueInput) {
  const queue = readQueue(service, input);
  const body = readText(input, 'MessageBody');
  const delaySeconds = readInteger(input, 'DelaySeconds', { from: 0, to: MAX_DELAY_SECONDS, otherwise: 0 });
  if (Buffer.byteLength(body) > MAX_MESSAGE_BYTES) {
    throw new CloudError(
      400,
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${MAX_MESSAGE_BYTES} bytes.`,
    );
  }
  if (input['MessageAttributes'] !== undefined) {
    throw new CloudError(
      400,
      'UnsupportedOperation',
      'Expected no MessageAttributes: the local queue keeps none',
    );
  }
  const messageId = insertMessage(service.db, queue, body, delaySeconds);
  service.changes.emit(queue);
  return { MessageId: messageId, MD5OfMessageBody: md5(body) };
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
