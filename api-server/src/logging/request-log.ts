import type { Request, Server } from '@hapi/hapi';
import type { Logger } from 'pino';

/** A line per answer, without query strings and headers: those may carry what nobody should read in a log. */
export function logRequests(server: Server, log: Logger): void {
  server.events.on('response', (request: Request) => {
    if (request.path === '/api/health') return;
    const { response, info } = request;
    const status = 'statusCode' in response ? response.statusCode : response.output.statusCode;
    log.info(
      {
        requestId: info.id,
        method: request.method,
        path: request.path,
        status,
        milliseconds: (info.completed || info.responded || Date.now()) - info.received,
        userId: request.auth.credentials?.user?.id,
      },
      'Answered.',
    );
  });
  server.events.on('request', (request, event, { error }) => {
    // What the client did is in the answer; what went wrong here is for the operator.
    if (!error || event.channel === 'internal') return;
    log.error({ err: event.error, requestId: request.info.id, path: request.path }, 'A request failed.');
  });
}
