import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { FunctionError, InvokeMessage, WorkerMessage } from './worker-messages.ts';

/**
 * The main module of a worker: what Lambda's Node runtime does, for one handler. It runs in a process of its
 * own, so whatever the handler does to it, the rest lives on.
 */

type Handler = (event: unknown, context: object) => Promise<unknown>;

/** A result travels over a queue whose messages are limited, together with the event. */
const MAX_RESPONSE_BYTES = 512 * 1024;
const MAX_TRACE_LINES = 30;

const [, , handlerModule = '', functionName = ''] = process.argv;

// The parent alone ends a worker. A Ctrl-C reaches the whole process group and is the parent's to judge.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit());
dieFirstOutOfMemory();

const handler = await loadHandler();
process.on('message', (message: InvokeMessage) => void invoke(message));
send({ type: 'ready' });

async function loadHandler(): Promise<Handler> {
  const module = (await import(pathToFileURL(handlerModule).href)) as { handler?: unknown };
  if (typeof module.handler !== 'function') {
    throw new Error(`Expected ${handlerModule} to export a function "handler"`);
  }
  return module.handler as Handler;
}

async function invoke(message: InvokeMessage): Promise<void> {
  try {
    const result = await handler(JSON.parse(message.payload), contextOf(message));
    const response = JSON.stringify(result) ?? 'null';
    if (Buffer.byteLength(response) > MAX_RESPONSE_BYTES) {
      throw new RangeError(
        `Expected a response of at most ${MAX_RESPONSE_BYTES} bytes but received ${response.length}`,
      );
    }
    send({ type: 'returned', response });
  } catch (error) {
    send({ type: 'threw', error: describe(error) });
  }
}

function contextOf(message: InvokeMessage): object {
  return {
    awsRequestId: message.requestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: message.functionArn,
    getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
  };
}

function describe(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return {
    errorType: error.name,
    errorMessage: error.message.slice(0, 4096),
    trace: (error.stack ?? '').split('\n').slice(0, MAX_TRACE_LINES),
  };
}

function send(message: WorkerMessage): void {
  process.send?.(message);
}

/** Where memory runs out, Linux should take the picture at work, not the database. */
function dieFirstOutOfMemory(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/oom_score_adj', '500');
  } catch {
    // A container may forbid it; then the kernel chooses by size alone.
  }
}
