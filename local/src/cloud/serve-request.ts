import { CloudError } from './cloud-error.ts';
import { drain } from './http/drain.ts';
import type { Exchange, Incoming } from './http/exchange.ts';
import { parseRequestTarget } from './http/request-target.ts';

/** One of the services behind the one port. */
export interface Service {
  handles(incoming: Incoming): boolean;
  serve(exchange: Exchange): Promise<void>;
  answerError(incoming: Incoming, error: CloudError): void;
}

/** Answers a request by the first service that handles it. Never rejects. */
export async function serveRequest(
  services: readonly Service[],
  incoming: Incoming,
  log: (line: string) => void,
): Promise<void> {
  const { request, response } = incoming;
  const service = services.find((candidate) => candidate.handles(incoming));
  try {
    await service?.serve({ ...incoming, target: parseRequestTarget(request.url ?? '') });
  } catch (error) {
    if (hasClientLeft(error)) {
      response.destroy();
    } else if (response.headersSent) {
      toCloudError(error, log);
      // Too late for an answer: a cut connection is the only way left to say that the bytes are not whole.
      response.destroy();
    } else {
      service?.answerError(incoming, toCloudError(error, log));
      drain(request);
    }
  }
}

function hasClientLeft(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function toCloudError(error: unknown, log: (line: string) => void): CloudError {
  if (error instanceof CloudError) return error;
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new CloudError(500, 'InternalError', 'We encountered an internal error. Please try again.');
}
