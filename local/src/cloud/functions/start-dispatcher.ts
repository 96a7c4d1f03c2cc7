import { setTimeout as delay } from 'node:timers/promises';
import type { FunctionService } from './function-service.ts';
import { dueInvocations, type Invocation, nextDueAt } from './invocation.table.ts';
import type { LocalFunction } from './local-function.ts';
import { settleInvocation } from './settle-invocation.ts';
import { startWorkerPool } from './worker-pool.ts';

export interface Dispatcher {
  /** Says that an invocation was added. */
  wake(): void;
  /** Ends the workers. What they were at stays undone, and runs again after the next start. */
  close(): Promise<void>;
}

/** After a fault of its own, such as a full disk. */
const FAULT_DELAY_MS = 1000;

/** Runs the due invocations of one function, at most `concurrency` at once. */
export function startDispatcher(service: FunctionService, definition: LocalFunction): Dispatcher {
  const pool = startWorkerPool(service, definition);
  const closing = new AbortController();
  const running = new Map<number, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const attempt = async (invocation: Invocation): Promise<void> => {
    try {
      const outcome = await pool.invoke(invocation);
      // A worker that was ended by the close has not failed.
      if (!closing.signal.aborted) settleInvocation(service, definition, invocation, outcome);
    } catch (error) {
      service.log(definition.name, `could not be invoked, trying again: ${String(error)}`);
      await delay(FAULT_DELAY_MS, undefined, { signal: closing.signal }).catch(() => {});
    }
    running.delete(invocation.id);
    wake();
  };

  const startDue = (): void => {
    const due = dueInvocations(service.db, definition.name, definition.concurrency);
    for (const invocation of due) {
      if (running.size >= definition.concurrency) return;
      if (!running.has(invocation.id)) running.set(invocation.id, attempt(invocation));
    }
    const next = nextDueAt(service.db, definition.name);
    if (next !== undefined) timer = setTimeout(wake, Math.max(1, next - Date.now()));
  };

  // Called from a timer and after commits: a fault here must end neither the process nor a finished upload.
  const wake = (): void => {
    clearTimeout(timer);
    if (closing.signal.aborted) return;
    try {
      startDue();
    } catch (error) {
      service.log(definition.name, `could not look for invocations, trying again: ${String(error)}`);
      timer = setTimeout(wake, FAULT_DELAY_MS);
    }
  };

  wake();
  return {
    wake,
    close: async () => {
      closing.abort();
      clearTimeout(timer);
      await pool.close();
      await Promise.all(running.values());
    },
  };
}
