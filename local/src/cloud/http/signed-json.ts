import { createHash } from 'node:crypto';
import { CloudError } from '../cloud-error.ts';
import { type Verifier, verifySignature } from '../signature/verify-signature.ts';
import type { Exchange } from './exchange.ts';
import { readBody } from './read-body.ts';

/**
 * The JSON object in the body of a request to SQS or Lambda, whose signatures cover the body's hash.
 *
 * @throws CloudError where the signature, the size or the JSON is wrong
 */
export async function readSignedJson(
  verifier: Verifier,
  exchange: Exchange,
  service: 'sqs' | 'lambda',
  maxBytes: number,
): Promise<object> {
  exchange.admitBody();
  const body = await readBody(exchange.request, maxBytes);
  const hash = createHash('sha256').update(body).digest('hex');
  verifySignature(verifier, exchange.request, exchange.target, service, () => hash);
  const value = body.length === 0 ? {} : parse(body.toString('utf8'));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new CloudError(400, 'SerializationException', 'Expected a JSON object in the body');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
