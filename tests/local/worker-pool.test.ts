import { expect, test } from '@jest/globals';
import type { FunctionService } from '@movieflix/local/cloud/functions/function-service.ts';
import { type Patience, startWorkerPool } from '@movieflix/local/cloud/functions/worker-pool.ts';
import { testFunction } from './cloud/test-cloud.ts';
import { waitUntil } from './cloud/wait-until.ts';

const LONG_MS = 3_600_000;

function startPool(patience: Patience) {
  const service = { region: 'eu-central-1', environment: {}, log: () => {} } as unknown as FunctionService;
  const pool = startWorkerPool(service, testFunction('shows-process'), patience);
  const invoke = async () => {
    const outcome = await pool.invoke({ id: 1, requestId: 'r', payload: '{}', failedAttempts: 0 });
    if (!('response' in outcome)) throw new Error(`Expected a response: ${JSON.stringify(outcome)}`);
    return (outcome.response as { pid: number }).pid;
  };
  return { invoke, [Symbol.asyncDispose]: () => pool.close() };
}

test('a worker that is at rest takes the next invocation', async () => {
  await using pool = startPool({ lastMs: LONG_MS, surplusMs: LONG_MS });
  expect(await pool.invoke()).toBe(await pool.invoke());
});

test('the last worker ends when nothing comes for a while, and the next invocation starts another', async () => {
  await using pool = startPool({ lastMs: 1, surplusMs: LONG_MS });
  const first = await pool.invoke();
  await hasEnded(first);
  expect(await pool.invoke()).not.toBe(first);
});

test('workers beyond the last end earlier', async () => {
  await using pool = startPool({ lastMs: LONG_MS, surplusMs: 1 });
  const pids = await Promise.all([pool.invoke(), pool.invoke()]);
  await Promise.race(pids.map(hasEnded));
  expect(pids).toContain(await pool.invoke());
});

async function hasEnded(pid: number): Promise<void> {
  await waitUntil(() => {
    try {
      return !process.kill(pid, 0);
    } catch {
      return true;
    }
  });
}
