import type { IncomingMessage } from 'node:http';
import { CloudError } from '../cloud-error.ts';
import type { Exchange, Incoming } from '../http/exchange.ts';
import { parameterOf, type RequestTarget } from '../http/request-target.ts';
import { type Verifier, verifySignature } from '../signature/verify-signature.ts';
import type { ObjectStore } from './object-store.ts';
import { routeStoreRequest } from './route-store-request.ts';
import { writeXml } from './xml/write-xml.ts';

/** One S3 request, path style: `/bucket/key`. */
export async function serveStore(store: ObjectStore, verifier: Verifier, exchange: Exchange): Promise<void> {
  const { request, target } = exchange;
  verifySignature(verifier, request, target, 's3', (place) => payloadHash(place, request, target));
  const slash = target.path.indexOf('/', 1);
  await routeStoreRequest(store, {
    ...exchange,
    bucket: slash < 0 ? target.path.slice(1) : target.path.slice(1, slash),
    key: slash < 0 ? '' : target.path.slice(slash + 1),
  });
}

/** The body itself is compared with this hash once it has come in. */
function payloadHash(place: 'header' | 'query', request: IncomingMessage, target: RequestTarget): string {
  const header = request.headers['x-amz-content-sha256'];
  if (header !== undefined) return String(header);
  if (place === 'query') return parameterOf(target, 'X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  throw new CloudError(
    400,
    'InvalidRequest',
    'Missing required header for this request: x-amz-content-sha256',
  );
}

/** S3's error document; a HEAD has none. */
export function answerStoreError(incoming: Incoming, error: CloudError): void {
  const { request, response, requestId } = incoming;
  const body = Buffer.from(
    writeXml('Error', {
      Code: error.code,
      Message: error.message,
      ...error.detail,
      Resource: (request.url ?? '').split('?', 1)[0]?.slice(0, 2048),
      RequestId: requestId,
    }),
  );
  response.writeHead(error.statusCode, {
    'content-type': 'application/xml',
    ...(request.method === 'HEAD' ? {} : { 'content-length': body.length }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
