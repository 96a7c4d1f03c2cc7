import type { IncomingMessage } from 'node:http';
import { CloudError } from '../cloud-error.ts';
import { parameterOf, type RequestTarget } from '../http/request-target.ts';

/** What a request says of its own signature, in its Authorization header or its query. Nothing of it is checked yet. */
export interface SignatureClaim {
  place: 'header' | 'query';
  accessKeyId: string;
  /** yyyymmdd */
  date: string;
  region: string;
  service: string;
  /** Milliseconds since 1970. */
  signedAt: number;
  amzDate: string;
  /** Only of presigned URLs. */
  expiresSeconds: number | undefined;
  signedHeaders: string[];
  signature: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const MAX_EXPIRES_SECONDS = 7 * 24 * 3600;

/** @throws CloudError 403 AccessDenied where the request is not signed, 400 where what it says cannot be read */
export function readSignatureClaim(request: IncomingMessage, target: RequestTarget): SignatureClaim {
  const authorization = request.headers.authorization;
  const presigned = parameterOf(target, 'X-Amz-Algorithm') !== undefined;
  if (authorization !== undefined && presigned) {
    throw new CloudError(
      400,
      'InvalidArgument',
      'Expected one signature but received one in the Authorization header and one in the query',
    );
  }
  if (authorization !== undefined) return readHeader(request, authorization);
  if (presigned) return readQuery(target);
  throw new CloudError(403, 'AccessDenied', 'Expected a signed request but received one without a signature');
}

function readHeader(request: IncomingMessage, authorization: string): SignatureClaim {
  const match =
    /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+)\s*,\s*SignedHeaders=([^,\s]+)\s*,\s*Signature=([0-9a-f]{64})$/.exec(
      authorization.trim(),
    );
  if (!match)
    throw malformed(
      'header',
      `an Authorization header of the form "${ALGORITHM} Credential=..., SignedHeaders=..., Signature=..."`,
    );
  const amzDate = String(request.headers['x-amz-date'] ?? '');
  return {
    place: 'header',
    ...readScope('header', match[1] ?? ''),
    ...readDate('header', amzDate),
    expiresSeconds: undefined,
    signedHeaders: (match[2] ?? '').split(';'),
    signature: match[3] ?? '',
  };
}

function readQuery(target: RequestTarget): SignatureClaim {
  const value = (name: string) => parameterOf(target, name) ?? '';
  const expires = value('X-Amz-Expires');
  const expiresSeconds = Number(expires);
  if (value('X-Amz-Algorithm') !== ALGORITHM) throw malformed('query', `X-Amz-Algorithm=${ALGORITHM}`);
  if (!/^\d{1,7}$/.test(expires) || expiresSeconds < 1 || expiresSeconds > MAX_EXPIRES_SECONDS) {
    throw malformed('query', `X-Amz-Expires from 1 to ${MAX_EXPIRES_SECONDS} seconds`);
  }
  if (!/^[0-9a-f]{64}$/.test(value('X-Amz-Signature')))
    throw malformed('query', 'X-Amz-Signature of 64 hex digits');
  return {
    place: 'query',
    ...readScope('query', value('X-Amz-Credential')),
    ...readDate('query', value('X-Amz-Date')),
    expiresSeconds,
    signedHeaders: value('X-Amz-SignedHeaders').split(';'),
    signature: value('X-Amz-Signature'),
  };
}

function readScope(place: SignatureClaim['place'], credential: string) {
  const match = /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(credential);
  if (!match) throw malformed(place, 'a credential of the form "key/yyyymmdd/region/service/aws4_request"');
  const [, accessKeyId = '', date = '', region = '', service = ''] = match;
  return { accessKeyId, date, region, service };
}

function readDate(place: SignatureClaim['place'], amzDate: string) {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate);
  if (!match) throw malformed(place, 'X-Amz-Date of the form yyyymmddThhmmssZ');
  const [, year, month, day, hour, minute, second] = match;
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(signedAt)) throw malformed(place, 'X-Amz-Date to be a time');
  return { signedAt, amzDate };
}

/** S3 has one code for each place. */
export function malformed(place: SignatureClaim['place'], expected: string): CloudError {
  const code = place === 'header' ? 'AuthorizationHeaderMalformed' : 'AuthorizationQueryParametersError';
  return new CloudError(400, code, `Expected ${expected}`);
}
