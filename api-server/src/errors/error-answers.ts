import { Boom, isBoom } from '@hapi/boom';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { isDatabaseAway, isStatementTooSlow } from '../database/database-errors.ts';
import { Refusal } from './refusal.ts';

const CODES: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'sign-in-needed',
  403: 'forbidden',
  404: 'not-found',
  408: 'too-slow',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  500: 'internal-error',
  503: 'unavailable',
};

/** Gives every error answer the one shape `{statusCode, error, message, code}`, and none of its insides. */
export function answerErrors(server: Server): void {
  server.ext('onPreResponse', (request: Request, h: ResponseToolkit) => {
    const { response } = request;
    if (!isBoom(response)) return h.continue;
    const refusal = refusalOf(response, request);
    const shape = new Boom(refusal.message, { statusCode: refusal.statusCode }).output.payload;
    const answer = h.response({ ...shape, message: refusal.message, code: refusal.code });
    answer.code(refusal.statusCode).type('application/json');
    for (const [name, value] of Object.entries(response.output.headers)) answer.header(name, String(value));
    if (refusal.statusCode === 401) answer.header('www-authenticate', 'Bearer');
    if (refusal.retryAfterSeconds !== undefined) answer.header('retry-after', `${refusal.retryAfterSeconds}`);
    return answer;
  });
}

function refusalOf(error: Boom, request: Request): Refusal {
  // Boom boxes a thrown error in place, so a refusal arrives as itself.
  const thrown: unknown = error;
  if (thrown instanceof Refusal) return thrown;
  if (isDatabaseAway(error) || isStatementTooSlow(error)) {
    return new Refusal(
      503,
      'unavailable',
      'The gallery cannot answer just now. Please try again shortly.',
      5,
    );
  }
  const statusCode = error.output.statusCode;
  return new Refusal(statusCode, CODES[statusCode] ?? 'error', sentence(error, request));
}

function sentence(error: Boom, request: Request): string {
  const { statusCode } = error.output;
  if (statusCode >= 500) return `Something went wrong here. Mention ${request.info.id} when you report it.`;
  if (statusCode === 401) return 'This needs you to sign in.';
  if (statusCode === 404) return `There is nothing at ${request.method.toUpperCase()} ${request.path}.`;
  if (statusCode === 413) {
    return `Expected a request of at most ${request.route.settings.payload?.maxBytes} bytes, but received more.`;
  }
  if (statusCode === 415) {
    const type = request.headers['content-type'] ?? 'no content type';
    return `Expected a body of type application/json, but received ${type}.`;
  }
  if (error.message === 'Invalid request payload JSON format') {
    return 'Expected a body of valid JSON, but received something else.';
  }
  return error.message;
}
