import { inTransaction } from '../database/transaction.ts';
import { destinationRecord } from './destination-record.ts';
import type { FunctionService } from './function-service.ts';
import { deleteInvocation, type Invocation, postponeInvocation } from './invocation.table.ts';
import type { LocalFunction } from './local-function.ts';
import type { Outcome } from './start-worker.ts';

/**
 * What Lambda does after an attempt of an asynchronous invocation: the result goes to the success
 * destination; an error is tried again twice, and then goes to the failure destination. The invocation and
 * its message change in one transaction.
 */
export function settleInvocation(
  service: FunctionService,
  definition: LocalFunction,
  invocation: Invocation,
  outcome: Outcome,
): void {
  const failedAttempts = invocation.failedAttempts + ('error' in outcome ? 1 : 0);
  const delaySeconds = 'error' in outcome ? definition.retryDelaysSeconds[failedAttempts - 1] : undefined;
  if (delaySeconds !== undefined) {
    postponeInvocation(service.db, invocation.id, failedAttempts, Date.now() + delaySeconds * 1000);
    return;
  }
  const queue = 'error' in outcome ? definition.onFailureQueue : definition.onSuccessQueue;
  inTransaction(service.db, () => {
    deleteInvocation(service.db, invocation.id);
    service.sendToQueue(
      queue,
      JSON.stringify(destinationRecord(service.region, definition.name, invocation, outcome)),
    );
  });
  service.announce(queue);
}
