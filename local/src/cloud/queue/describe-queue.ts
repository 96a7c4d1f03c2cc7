import { ACCOUNT_ID } from '../account.ts';
import { CloudError } from '../cloud-error.ts';
import { countMessages } from './message.table.ts';
import { type QueueInput, queueDoesNotExist, readQueue, readText } from './queue-input.ts';
import type { QueueService } from './queue-service.ts';
import { DEFAULT_VISIBILITY_TIMEOUT_SECONDS } from './receive-message.ts';
import { MAX_MESSAGE_BYTES } from './send-message.ts';

export function getQueueUrl(service: QueueService, input: QueueInput) {
  const name = readText(input, 'QueueName');
  if (!service.queues.has(name)) throw queueDoesNotExist(name);
  return { QueueUrl: service.urlOf(name) };
}

export function getQueueAttributes(service: QueueService, input: QueueInput) {
  const queue = readQueue(service, input);
  const count = countMessages(service.db, queue);
  const attributes: Record<string, string> = {
    ApproximateNumberOfMessages: String(count.visible),
    ApproximateNumberOfMessagesNotVisible: String(count.hidden),
    ApproximateNumberOfMessagesDelayed: String(count.delayed),
    MaximumMessageSize: String(MAX_MESSAGE_BYTES),
    QueueArn: `arn:aws:sqs:${service.region}:${ACCOUNT_ID}:${queue}`,
    VisibilityTimeout: String(DEFAULT_VISIBILITY_TIMEOUT_SECONDS),
  };
  const asked = Array.isArray(input['AttributeNames']) ? (input['AttributeNames'] as unknown[]) : [];
  if (asked.includes('All')) return { Attributes: attributes };
  const unknown = asked.find((name) => !Object.hasOwn(attributes, String(name)));
  if (unknown !== undefined) {
    throw new CloudError(400, 'InvalidAttributeName', `Unknown Attribute ${String(unknown).slice(0, 80)}.`);
  }
  return {
    Attributes: Object.fromEntries(asked.map((name) => [String(name), attributes[String(name)]])),
  };
}
