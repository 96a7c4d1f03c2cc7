import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloudError } from '../cloud-error.ts';
import type { RequestTarget } from '../http/request-target.ts';
import { canonicalRequestHash } from './canonical-request.ts';
import { malformed, readSignatureClaim, type SignatureClaim } from './claim.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Verifier {
  credentials: Credentials;
  region: string;
}

const MAX_CLOCK_SKEW_MS = 15 * 60 * 1000;

/**
 * Verifies the SigV4 signature of a request, in its header or its query.
 *
 * @param payloadHash what the signer put in the place of the body's hash, given what place the signature is in
 * @throws CloudError with S3's own codes
 */
export function verifySignature(
  verifier: Verifier,
  request: IncomingMessage,
  target: RequestTarget,
  service: 's3' | 'sqs' | 'lambda',
  payloadHash: (place: SignatureClaim['place']) => string,
): void {
  const claim = readSignatureClaim(request, target);
  checkScope(verifier, claim, service);
  checkTime(claim, Date.now());
  checkSignedHeaders(request, claim);
  const canonicalHash = canonicalRequestHash({
    method: request.method ?? '',
    target,
    rawHeaders: request.rawHeaders,
    signedHeaders: claim.signedHeaders,
    payloadHash: payloadHash(claim.place),
    encodePathTwice: service !== 's3',
  });
  const expected = sign(verifier.credentials.secretAccessKey, claim, canonicalHash);
  if (!timingSafeEqual(expected, Buffer.from(claim.signature, 'hex'))) {
    throw new CloudError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key, and that method, path, query and signed headers are sent as they were signed.',
    );
  }
}

function checkScope(verifier: Verifier, claim: SignatureClaim, service: string): void {
  if (claim.accessKeyId !== verifier.credentials.accessKeyId) {
    throw new CloudError(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      { AWSAccessKeyId: claim.accessKeyId },
    );
  }
  if (claim.region !== verifier.region) {
    throw malformed(claim.place, `region ${verifier.region} but received ${claim.region}`);
  }
  if (claim.service !== service)
    throw malformed(claim.place, `service ${service} but received ${claim.service}`);
  if (!claim.amzDate.startsWith(claim.date)) {
    throw malformed(claim.place, `one date but received ${claim.date} and ${claim.amzDate}`);
  }
}

function checkTime(claim: SignatureClaim, now: number): void {
  const serverTime = new Date(now).toISOString();
  if (claim.expiresSeconds === undefined) {
    if (Math.abs(now - claim.signedAt) <= MAX_CLOCK_SKEW_MS) return;
    throw new CloudError(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      {
        RequestTime: claim.amzDate,
        ServerTime: serverTime,
        MaxAllowedSkewMilliseconds: String(MAX_CLOCK_SKEW_MS),
      },
    );
  }
  if (claim.signedAt - now > MAX_CLOCK_SKEW_MS) {
    throw new CloudError(403, 'AccessDenied', 'Request is not yet valid', { ServerTime: serverTime });
  }
  const expiresAt = claim.signedAt + claim.expiresSeconds * 1000;
  if (now >= expiresAt) {
    throw new CloudError(403, 'AccessDenied', 'Request has expired', {
      'X-Amz-Expires': String(claim.expiresSeconds),
      Expires: new Date(expiresAt).toISOString(),
      ServerTime: serverTime,
    });
  }
}

/** A header that changes what the request means must be covered by the signature, or anybody could add it. */
function checkSignedHeaders(request: IncomingMessage, claim: SignatureClaim): void {
  const signed = new Set(claim.signedHeaders);
  const unsigned = Object.keys(request.headers).filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signed.has(name),
  );
  if (unsigned.length === 0) return;
  throw new CloudError(
    403,
    'AccessDenied',
    'There were headers present in the request which were not signed',
    {
      HeadersNotSigned: unsigned.join(', '),
    },
  );
}

function sign(secretAccessKey: string, claim: SignatureClaim, canonicalHash: string): Buffer {
  const scope = `${claim.date}/${claim.region}/${claim.service}/aws4_request`;
  const signingKey = [claim.date, claim.region, claim.service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  return hmac(signingKey, ['AWS4-HMAC-SHA256', claim.amzDate, scope, canonicalHash].join('\n'));
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
