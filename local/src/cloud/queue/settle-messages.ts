import { CloudError } from '../cloud-error.ts';
import { inTransaction } from '../database/transaction.ts';
import { deleteMessage, hideMessage } from './message.table.ts';
import { type QueueInput, readEntries, readInteger, readQueue, readText } from './queue-input.ts';
import type { QueueService } from './queue-service.ts';
import { MAX_VISIBILITY_TIMEOUT_SECONDS } from './receive-message.ts';

export function deleteOne(service: QueueService, input: QueueInput) {
  deleteMessage(service.db, readQueue(service, input), readText(input, 'ReceiptHandle'));
  return {};
}

export function deleteBatch(service: QueueService, input: QueueInput) {
  const queue = readQueue(service, input);
  const entries = readEntries(input);
  return inTransaction(service.db, () =>
    settleEach(entries, (entry) => deleteMessage(service.db, queue, readText(entry, 'ReceiptHandle'))),
  );
}

export function changeVisibility(service: QueueService, input: QueueInput) {
  hide(service, readQueue(service, input), input);
  return {};
}

export function changeVisibilityBatch(service: QueueService, input: QueueInput) {
  const queue = readQueue(service, input);
  return settleEach(readEntries(input), (entry) => hide(service, queue, entry));
}

function hide(service: QueueService, queue: string, input: QueueInput): void {
  const seconds = readInteger(input, 'VisibilityTimeout', { from: 0, to: MAX_VISIBILITY_TIMEOUT_SECONDS });
  if (!hideMessage(service.db, queue, readText(input, 'ReceiptHandle'), seconds)) {
    throw new CloudError(400, 'MessageNotInflight', 'Expected the receipt of a message that is in flight');
  }
  service.changes.emit(queue);
}

/** One bad entry fails alone. */
function settleEach(entries: ReturnType<typeof readEntries>, settle: (entry: QueueInput) => void) {
  const Successful: { Id: string }[] = [];
  const Failed: { Id: string; SenderFault: boolean; Code: string; Message: string }[] = [];
  for (const entry of entries) {
    try {
      settle(entry);
      Successful.push({ Id: entry.Id });
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}
