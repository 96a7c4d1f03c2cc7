import { CloudError } from '../cloud-error.ts';
import type { Exchange, Incoming } from '../http/exchange.ts';
import { readSignedJson } from '../http/signed-json.ts';
import type { Verifier } from '../signature/verify-signature.ts';
import { getQueueAttributes, getQueueUrl } from './describe-queue.ts';
import type { QueueInput } from './queue-input.ts';
import type { QueueService } from './queue-service.ts';
import { receiveMessage } from './receive-message.ts';
import { MAX_MESSAGE_BYTES, sendMessage } from './send-message.ts';
import { changeVisibility, changeVisibilityBatch, deleteBatch, deleteOne } from './settle-messages.ts';

type Operation = (
  service: QueueService,
  input: QueueInput,
  clientLeft: AbortSignal,
) => object | Promise<object>;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  ChangeMessageVisibility: changeVisibility,
  ChangeMessageVisibilityBatch: changeVisibilityBatch,
  DeleteMessage: deleteOne,
  DeleteMessageBatch: deleteBatch,
  GetQueueAttributes: getQueueAttributes,
  GetQueueUrl: getQueueUrl,
  ReceiveMessage: receiveMessage,
  SendMessage: sendMessage,
};

export const QUEUE_TARGET_PREFIX = 'AmazonSQS.';
/** A message may double in size when it is quoted in JSON. */
const MAX_REQUEST_BYTES = 2 * MAX_MESSAGE_BYTES + 64 * 1024;

/** One request of SQS's JSON protocol. */
export async function serveQueue(
  service: QueueService,
  verifier: Verifier,
  exchange: Exchange,
): Promise<void> {
  const name = String(exchange.request.headers['x-amz-target']).slice(QUEUE_TARGET_PREFIX.length);
  const input = await readSignedJson(verifier, exchange, 'sqs', MAX_REQUEST_BYTES);
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) {
    throw new CloudError(400, 'UnsupportedOperation', `The local queue does not speak ${name.slice(0, 80)}`);
  }
  const left = new AbortController();
  exchange.response.once('close', () => left.abort());
  const answer = JSON.stringify(await operation(service, input as QueueInput, left.signal));
  exchange.response.writeHead(200, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(answer),
  });
  exchange.response.end(answer);
}

/** Clients tell errors apart by the shape's name, those of the older protocol by the second header. */
export function answerQueueError({ response }: Incoming, error: CloudError): void {
  const body = JSON.stringify({ __type: `com.amazonaws.sqs#${error.code}`, message: error.message });
  const fault = error.statusCode < 500 ? 'Sender' : 'Receiver';
  const queryCode =
    error.code === 'QueueDoesNotExist' ? 'AWS.SimpleQueueService.NonExistentQueue' : error.code;
  response.writeHead(error.statusCode, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(body),
    'x-amzn-query-error': `${queryCode};${fault}`,
  });
  response.end(body);
}
