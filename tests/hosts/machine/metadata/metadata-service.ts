import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type About, answer, answersOf } from './answers.ts';

const TTL_HEADER = 'x-aws-ec2-metadata-token-ttl-seconds';
const LONGEST_TTL = 21_600;

/** One instance's metadata service, second version only: who has no token is told nothing. It listens nowhere yet. */
export function metadataService(about: About) {
  const tokens = new Map<string, number>();
  return createServer((request, response) => {
    respond(request, response).catch((error: unknown) => end(response, 500, String(error)));
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const [version, ...rest] = (request.url ?? '/').slice(1).split('/');
    if (request.method === 'PUT' && rest.join('/') === 'api/token') return giveToken(request, response);
    if (!((tokens.get(String(request.headers['x-aws-ec2-metadata-token'])) ?? 0) > Date.now()))
      return end(response, 401, 'Unauthorized');
    const isVersion = version === 'latest' || /^\d{4}-\d\d-\d\d$/.test(version ?? '');
    const text = isVersion ? answer(await answersOf(about), rest.join('/')) : undefined;
    return end(response, text === undefined ? 404 : 200, text ?? 'Not Found');
  }

  function giveToken(request: IncomingMessage, response: ServerResponse): unknown {
    const seconds = Number(request.headers[TTL_HEADER]);
    if (!(seconds >= 1 && seconds <= LONGEST_TTL)) return end(response, 400, 'Bad Request');
    // Proxies that were tricked into asking name whom they ask for.
    if (request.headers['x-forwarded-for'] !== undefined) return end(response, 403, 'Forbidden');
    const token = randomBytes(40).toString('base64');
    tokens.set(token, Date.now() + seconds * 1000);
    response.setHeader(TTL_HEADER, String(seconds));
    return end(response, 200, token);
  }
}

function end(response: ServerResponse, status: number, text: string): unknown {
  const length = Buffer.byteLength(text);
  return response.writeHead(status, { 'content-type': 'text/plain', 'content-length': length }).end(text);
}
