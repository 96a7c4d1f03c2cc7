import { createHash } from 'node:crypto';
import type { RequestTarget } from '../http/request-target.ts';
import { awsEncode, awsEncodePath } from './aws-encoding.ts';

export interface CanonicalParts {
  method: string;
  target: RequestTarget;
  /** Name and value pairs as they came over the wire. */
  rawHeaders: string[];
  signedHeaders: string[];
  payloadHash: string;
  /** S3 alone encodes the path once; every other service encodes the encoded path again. */
  encodePathTwice: boolean;
}

/** SigV4's canonical request, hashed. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export function canonicalRequestHash(parts: CanonicalParts): string {
  const path = awsEncodePath(parts.target.path);
  const canonical = [
    parts.method,
    parts.encodePathTwice ? awsEncodePath(path) : path,
    canonicalQuery(parts.target),
    ...parts.signedHeaders.map((name) => `${name}:${headerValue(parts.rawHeaders, name)}`),
    '',
    parts.signedHeaders.join(';'),
    parts.payloadHash,
  ].join('\n');
  return createHash('sha256').update(canonical).digest('hex');
}

function canonicalQuery(target: RequestTarget): string {
  return target.parameters
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [awsEncode(name), awsEncode(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Node decodes header bytes as latin1, while signers sign UTF-8. */
function headerValue(rawHeaders: string[], name: string): string {
  const values: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== name) continue;
    values.push(
      Buffer.from(rawHeaders[index + 1] ?? '', 'latin1')
        .toString('utf8')
        .trim()
        .replace(/ +/g, ' '),
    );
  }
  return values.join(',');
}
