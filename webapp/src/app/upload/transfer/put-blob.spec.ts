import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, jest, test } from '@jest/globals';
import { putBlob } from './put-blob';

let server: Server | undefined;
afterEach(() => {
  jest.restoreAllMocks();
  server?.closeAllConnections();
  server?.close();
});

/** A storage that lets browsers of other origins in, as the image bucket does. */
async function storage(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
  server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*, if-none-match');
    response.setHeader('access-control-allow-methods', 'PUT');
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method === 'OPTIONS') response.end();
    else answer(request, response, body);
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/originals/1`;
}

const never = new AbortController().signal;

test('the bytes arrive with the headers that were signed', async () => {
  let arrived = '';
  const url = await storage((request, response, body) => {
    arrived = `${request.headers['if-none-match']} ${body}`;
    response.end();
  });
  await putBlob({ url, headers: { 'if-none-match': '*' } }, new Blob(['bytes']), () => undefined, never);
  expect(arrived).toBe('* bytes');
});

test('a refusal of the storage is a fault of its kind', async () => {
  const url = await storage((_request, response) => {
    response.statusCode = 412;
    response.end('<Error><Code>PreconditionFailed</Code></Error>');
  });
  await expect(putBlob({ url, headers: {} }, new Blob(['x']), () => undefined, never)).rejects.toMatchObject({
    kind: 'arrived',
  });
});

test('a connection that breaks off is a fault that passes', async () => {
  // jsdom tells its console of the broken connection.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const url = await storage((request) => request.socket.destroy());
  await expect(putBlob({ url, headers: {} }, new Blob(['x']), () => undefined, never)).rejects.toMatchObject({
    kind: 'connection',
    passes: true,
  });
});

test('cancelling ends the request with the reason', async () => {
  const cancelling = new AbortController();
  const url = await storage(() => cancelling.abort(new DOMException('Cancelled.', 'AbortError')));
  const put = putBlob({ url, headers: {} }, new Blob(['x']), () => undefined, cancelling.signal);
  await expect(put).rejects.toThrow('Cancelled.');
});
