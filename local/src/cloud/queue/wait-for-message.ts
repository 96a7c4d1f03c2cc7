import { once } from 'node:events';
import { nextVisibleAt } from './message.table.ts';
import type { QueueService } from './queue-service.ts';

/**
 * Waits until a message of the queue may have become visible: one was sent, or a hidden one's time is over.
 *
 * @param deadline milliseconds since 1970
 * @returns `false` at the deadline, when the client has left, or when the cloud closes
 */
export async function messageMayBeVisible(
  service: QueueService,
  queue: string,
  deadline: number,
  clientLeft: AbortSignal,
): Promise<boolean> {
  const now = Date.now();
  if (now >= deadline || service.closing.aborted) return false;
  const until = Math.min(deadline, nextVisibleAt(service.db, queue) ?? deadline);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), Math.max(1, until - now));
  const signal = AbortSignal.any([over.signal, clientLeft, service.closing]);
  try {
    await once(service.changes, queue, { signal });
    return true;
  } catch {
    return !clientLeft.aborted && !service.closing.aborted && Date.now() < deadline;
  } finally {
    clearTimeout(timer);
  }
}
