/** Makes the requests that its parent asks for, from the network in which it was started. */
import type { Answer, Wanted } from './world-fetch.ts';

process.on('message', async ({ number, url, request }: Wanted) => {
  try {
    const response = await fetch(url, request);
    const body = new Uint8Array(await response.arrayBuffer());
    send({ number, status: response.status, headers: [...response.headers], body });
  } catch (error) {
    const { message, cause } = error as Error;
    send({ number, failure: cause instanceof Error ? `${message}: ${cause.message}` : message });
  }
});

function send(answer: Answer): void {
  process.send?.(answer);
}
