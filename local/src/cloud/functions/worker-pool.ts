import type { FunctionService } from './function-service.ts';
import type { Invocation } from './invocation.table.ts';
import type { LocalFunction } from './local-function.ts';
import { type Outcome, startWorker, type Worker } from './start-worker.ts';

export interface WorkerPool {
  /** The caller keeps to the function's concurrency. */
  invoke(invocation: Invocation): Promise<Outcome>;
  close(): Promise<void>;
}

/** One idle worker stays warm for the next upload; further ones give their memory back after this time. */
const IDLE_MS = 10_000;

export function startWorkerPool(service: FunctionService, definition: LocalFunction): WorkerPool {
  const living = new Set<Worker>();
  const idle: Worker[] = [];
  let retirement: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const worker = startWorker(service, definition);
    living.add(worker);
    void worker.exited.then(() => {
      living.delete(worker);
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
    });
    return worker;
  };

  const rest = (worker: Worker): void => {
    if (!worker.isAlive()) return;
    idle.push(worker);
    if (idle.length < 2) return;
    retirement ??= setTimeout(() => {
      retirement = undefined;
      for (const surplus of idle.splice(1)) surplus.kill();
    }, IDLE_MS).unref();
  };

  // One that died a moment ago would count as a failed attempt of an invocation that never reached it.
  const takeIdle = (): Worker | undefined => {
    let worker = idle.pop();
    while (worker && !worker.isAlive()) worker = idle.pop();
    return worker;
  };

  return {
    invoke: async (invocation) => {
      const worker = takeIdle() ?? start();
      const outcome = await worker.invoke(invocation);
      rest(worker);
      return outcome;
    },
    close: async () => {
      clearTimeout(retirement);
      for (const worker of living) worker.kill();
      await Promise.all([...living].map((worker) => worker.exited));
    },
  };
}
