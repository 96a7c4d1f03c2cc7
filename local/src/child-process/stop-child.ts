import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Stopping {
  /** Asks for an orderly end. */
  signal: NodeJS.Signals;
  /** Sent where it has not ended in time. */
  hurrySignal: NodeJS.Signals;
  patienceMs: number;
}

/** Ends a child process and waits until it is gone and its output has been read. */
export async function stopChild(
  child: ChildProcess,
  { signal, hurrySignal, patienceMs }: Stopping,
): Promise<void> {
  if (!isRunning(child)) return;
  const closed = once(child, 'close');
  child.kill(signal);
  const hurry = setTimeout(() => child.kill(hurrySignal), patienceMs);
  await closed;
  clearTimeout(hurry);
}

/** Whether it was started and has not ended. */
export function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}
