import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allowCrossOrigin, answerPreflight } from './cors.ts';
import type { Incoming } from './exchange.ts';

const HEADERS_TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 60_000;
const MAX_CONNECTIONS = 1024;
const MAX_HEADERS = 100;
const MAX_HEADER_BYTES = 32 * 1024;
/** Time for answers under way when the server closes. */
const CLOSE_GRACE_MS = 1000;

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Starts the one HTTP server. A body may take as long as it likes as long as it moves: there is a limit on
 * silence, none on the whole.
 *
 * @param serve answers everything, errors too; never rejects
 */
export async function startServer(
  host: string,
  port: number,
  serve: (incoming: Incoming) => Promise<void>,
): Promise<RunningServer> {
  const server = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: 0,
    keepAliveTimeout: IDLE_TIMEOUT_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
  server.timeout = IDLE_TIMEOUT_MS;
  server.maxHeadersCount = MAX_HEADERS;
  server.maxConnections = MAX_CONNECTIONS;
  const underWay = new Set<Promise<void>>();
  const handle = (request: IncomingMessage, response: ServerResponse, awaitsContinue: boolean) => {
    const incoming = open(request, response, awaitsContinue);
    if (request.method === 'OPTIONS') {
      answerPreflight(request, response);
      return;
    }
    const served = serve(incoming).finally(() => underWay.delete(served));
    underWay.add(served);
  };
  server.on('request', (request, response) => handle(request, response, false));
  server.on('checkContinue', (request, response) => handle(request, response, true));
  await listen(server, host, port);
  return { port: (server.address() as AddressInfo).port, close: () => close(server, underWay) };
}

function open(request: IncomingMessage, response: ServerResponse, awaitsContinue: boolean): Incoming {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  allowCrossOrigin(response);
  response.setHeader('x-amz-request-id', requestId);
  // A client that waits to be admitted may send its body or not: only a new connection is unambiguous.
  if (awaitsContinue) response.setHeader('connection', 'close');
  return {
    request,
    response,
    requestId,
    admitBody: () => {
      if (!awaitsContinue) return;
      response.removeHeader('connection');
      response.writeContinue();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server, underWay: ReadonlySet<Promise<void>>): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(cut);
  await Promise.all(underWay);
}
