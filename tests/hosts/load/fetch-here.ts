/** Makes the requests that its parent asks for, from the network in which it was started. */
import { reasonOf } from './gallery-site.ts';
import type { Answer, Wanted } from './world-fetch.ts';

process.on('message', async ({ number, url, request }: Wanted) => {
  try {
    const response = await fetch(url, request);
    const body = new Uint8Array(await response.arrayBuffer());
    send({ number, status: response.status, headers: [...response.headers], body });
  } catch (error) {
    send({ number, failure: reasonOf(error) });
  }
});

function send(answer: Answer): void {
  process.send?.(answer);
}
