import type { FunctionService } from './functions/function-service.ts';
import { answerInvokeError, INVOKE_PATH, serveInvoke } from './functions/serve-invoke.ts';
import type { Dispatcher } from './functions/start-dispatcher.ts';
import type { ObjectStore } from './object-store/object-store.ts';
import { answerStoreError, serveStore } from './object-store/serve-store.ts';
import type { QueueService } from './queue/queue-service.ts';
import { answerQueueError, QUEUE_TARGET_PREFIX, serveQueue } from './queue/serve-queue.ts';
import type { Service } from './serve-request.ts';
import type { Verifier } from './signature/verify-signature.ts';

export interface CloudParts {
  store: ObjectStore;
  queues: QueueService;
  functions: FunctionService;
  dispatchers: ReadonlyMap<string, Dispatcher>;
  verifier: Verifier;
}

/** What tells requests to SQS and Lambda apart; every other request is S3's. */
export function servicesOf({ store, queues, functions, dispatchers, verifier }: CloudParts): Service[] {
  return [
    {
      handles: ({ request }) => String(request.headers['x-amz-target']).startsWith(QUEUE_TARGET_PREFIX),
      serve: (exchange) => serveQueue(queues, verifier, exchange),
      answerError: answerQueueError,
    },
    {
      handles: ({ request }) => INVOKE_PATH.test((request.url ?? '').split('?', 1)[0] ?? ''),
      serve: (exchange) => serveInvoke(functions, dispatchers, verifier, exchange),
      answerError: answerInvokeError,
    },
    {
      handles: () => true,
      serve: (exchange) => serveStore(store, verifier, exchange),
      answerError: answerStoreError,
    },
  ];
}
