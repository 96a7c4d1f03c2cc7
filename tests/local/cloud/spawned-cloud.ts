import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalCloudOptions } from '@movieflix/local/cloud/start-local-cloud.ts';
import { clientsOf } from './test-cloud.ts';

export interface SpawnedCloud extends AsyncDisposable, ReturnType<typeof clientsOf> {
  endpoint: string;
  queueUrl(name: string): string;
  /** `kill -9`, and waits for the end. */
  kill(): Promise<void>;
  /** The most physical memory the process ever had, in bytes. */
  peakMemoryBytes(): Promise<number>;
}

/** Starts a local cloud in a process of its own. */
export async function spawnCloud(options: LocalCloudOptions): Promise<SpawnedCloud> {
  const child = fork(join(import.meta.dirname, 'cloud-process.ts'), [JSON.stringify(options)], {
    execArgv: [],
  });
  const exited = once(child, 'exit');
  const [endpoint] = (await Promise.race([
    once(child, 'message'),
    exited.then(([code]) =>
      Promise.reject(new Error(`Expected the cloud to start but it ended with ${code}`)),
    ),
  ])) as [string];
  const clients = clientsOf(endpoint);
  const kill = async () => {
    for (const client of Object.values(clients)) client.destroy();
    child.kill('SIGKILL');
    await exited;
  };
  return {
    endpoint,
    ...clients,
    queueUrl: (name) => `${endpoint}/000000000000/${name}`,
    kill,
    peakMemoryBytes: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
    },
    [Symbol.asyncDispose]: kill,
  };
}
