import { CloudError } from '../cloud-error.ts';
import type { Exchange, Incoming } from '../http/exchange.ts';
import { readSignedJson } from '../http/signed-json.ts';
import type { Verifier } from '../signature/verify-signature.ts';
import type { FunctionService } from './function-service.ts';
import { insertInvocation } from './invocation.table.ts';
import type { Dispatcher } from './start-dispatcher.ts';

export const INVOKE_PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Lambda's limit for asynchronous invocations was this for most of its life. */
const MAX_PAYLOAD_BYTES = 256 * 1024;

/** Lambda's Invoke, asynchronous only: 202 once the invocation is on the disk. */
export async function serveInvoke(
  service: FunctionService,
  dispatchers: ReadonlyMap<string, Dispatcher>,
  verifier: Verifier,
  exchange: Exchange,
): Promise<void> {
  const { request, response, target } = exchange;
  const payload = await readSignedJson(verifier, exchange, 'lambda', MAX_PAYLOAD_BYTES);
  const name = nameOf(INVOKE_PATH.exec(target.path)?.[1] ?? '');
  const dispatcher = dispatchers.get(name);
  if (request.method !== 'POST' || !dispatcher) {
    throw new CloudError(404, 'ResourceNotFoundException', `Function not found: ${name.slice(0, 200)}`);
  }
  if (request.headers['x-amz-invocation-type'] !== 'Event') {
    throw new CloudError(
      400,
      'InvalidParameterValueException',
      'Expected InvocationType Event: the local cloud invokes functions asynchronously only',
    );
  }
  const requestId = insertInvocation(service.db, name, JSON.stringify(payload));
  response.writeHead(202, { 'content-length': 0, 'x-amzn-requestid': requestId }).end();
  dispatcher.wake();
}

/** A function is named by its name or its ARN. */
function nameOf(nameOrArn: string): string {
  return /^arn:aws:lambda:[^:]*:\d{12}:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
}

export function answerInvokeError({ response }: Incoming, error: CloudError): void {
  const body = JSON.stringify({ Type: error.statusCode < 500 ? 'User' : 'Server', Message: error.message });
  response.writeHead(error.statusCode, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-amzn-errortype': error.code,
  });
  response.end(body);
}
