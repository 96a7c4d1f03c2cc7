import type { FunctionService } from './function-service.ts';
import type { Invocation } from './invocation.table.ts';
import type { LocalFunction } from './local-function.ts';
import { type Outcome, startWorker, type Worker } from './start-worker.ts';

export interface WorkerPool {
  /** The caller keeps to the function's concurrency. */
  invoke(invocation: Invocation): Promise<Outcome>;
  close(): Promise<void>;
}

/** How long workers wait for more work before they give their memory back, as on Lambda. */
export interface Patience {
  /** Of the last one: the upload after it waits a third of a second longer. */
  lastMs: number;
  /** Of every further one. */
  surplusMs: number;
}

const PATIENCE: Patience = { lastMs: 60_000, surplusMs: 10_000 };

export function startWorkerPool(
  service: FunctionService,
  definition: LocalFunction,
  patience = PATIENCE,
): WorkerPool {
  const living = new Set<Worker>();
  const idle: Worker[] = [];
  const retirements = new Map<Worker, NodeJS.Timeout>();

  const start = (): Worker => {
    const worker = startWorker(service, definition);
    living.add(worker);
    void worker.exited.then(() => {
      living.delete(worker);
      forget(worker);
    });
    return worker;
  };

  const rest = (worker: Worker): void => {
    if (!worker.isAlive()) return;
    const restMs = idle.length === 0 ? patience.lastMs : patience.surplusMs;
    idle.push(worker);
    retirements.set(worker, setTimeout(() => retire(worker), restMs).unref());
  };

  const forget = (worker: Worker): void => {
    clearTimeout(retirements.get(worker));
    retirements.delete(worker);
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  };

  const retire = (worker: Worker): void => {
    forget(worker);
    worker.kill();
  };

  const takeIdle = (): Worker | undefined => {
    // One that died a moment ago would count as a failed attempt of an invocation that never reached it.
    const worker = idle.findLast((candidate) => candidate.isAlive());
    if (worker) forget(worker);
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
      for (const worker of living) retire(worker);
      await Promise.all([...living].map((worker) => worker.exited));
    },
  };
}
