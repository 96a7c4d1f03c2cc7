import { setTimeout as pause } from 'node:timers/promises';
import { Consumer } from 'sqs-consumer';
import type { Application } from '../application.ts';
import { handleResultMessage } from './result.message.ts';

/** Messages are taken one batch at a time, so this also bounds what is worked on at once. */
const BATCH_SIZE = 10;
const VISIBILITY_TIMEOUT_SECONDS = 60;
const RETRY_AFTER_SECONDS = 5;
const LONG_POLL_SECONDS = 20;
/** A queue that refuses at once would otherwise be asked, and the log be written to, ten times a second. */
const AFTER_FAULT_MS = 2_000;

export interface ResultConsumer {
  stop(): Promise<void>;
}

/** Takes results off the queue for as long as the process lives. */
export function consumeResults(app: Application): ResultConsumer {
  const { log } = app;
  const stopping = new AbortController();
  let hasFailed = false;
  const consumer = Consumer.create({
    sqs: app.queue,
    queueUrl: app.config.resultsQueueUrl,
    batchSize: BATCH_SIZE,
    visibilityTimeout: VISIBILITY_TIMEOUT_SECONDS,
    waitTimeSeconds: LONG_POLL_SECONDS,
    terminateVisibilityTimeout: RETRY_AFTER_SECONDS,
    preReceiveMessageCallback: async () => {
      if (hasFailed) await pause(AFTER_FAULT_MS, undefined, { signal: stopping.signal });
      hasFailed = false;
    },
    handleMessage: async (message) => {
      await handleResultMessage(app, message.Body ?? '');
      return message;
    },
  });
  consumer.on('error', (error) => {
    hasFailed = true;
    // Stopping aborts the poll that is under way.
    if (!stopping.signal.aborted) log.error({ err: error }, 'The results queue cannot be read.');
  });
  consumer.on('processing_error', (error) =>
    log.error({ err: error }, 'A result could not be applied; it comes again.'),
  );
  consumer.start();
  return {
    stop: () =>
      new Promise((resolve) => {
        stopping.abort();
        consumer.once('stopped', () => resolve());
        consumer.stop({ abort: true });
      }),
  };
}
