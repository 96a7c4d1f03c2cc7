import type { IncomingMessage } from 'node:http';

/** Above any body that the gallery sends in one request. */
const MAX_DRAINED_BYTES = 512 * 1024 * 1024;
const MAX_DRAIN_MS = 60_000;

/**
 * Reads on what a client still sends after it has been refused. A browser looks for the answer only once it
 * has sent its body, and a connection that is cut before loses the answer. Bounded in bytes and time.
 */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let bytes = 0;
  const timer = setTimeout(() => request.destroy(), MAX_DRAIN_MS).unref();
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_DRAINED_BYTES) request.destroy();
  });
  request.on('close', () => clearTimeout(timer));
  request.resume();
}
