import type { IncomingHttpHeaders } from 'node:http';
import { CloudError, notImplemented } from '../../cloud-error.ts';
import { CHECKSUM_ALGORITHMS, type ChecksumAlgorithm, DIGEST_BYTES } from './checksum-algorithms.ts';

/** What a request says of the bytes that it carries. All of it must turn out true, or nothing is stored. */
export interface BodyExpectations {
  /** `aws-chunked` bodies carry their own framing, and checksums in a trailer. */
  encoding: 'plain' | 'aws-chunked';
  bytes: number;
  sha256: Buffer | undefined;
  md5: Buffer | undefined;
  /** `value` is `undefined` where it follows in the trailer. */
  checksum: { algorithm: ChecksumAlgorithm; value: Buffer | undefined } | undefined;
}

/** The largest body of one request: 5 GiB, as on S3. */
export const MAX_BODY_BYTES = 5 * 1024 ** 3;

/** @throws CloudError 400 or 411, with S3's own codes */
export function readBodyExpectations(headers: IncomingHttpHeaders): BodyExpectations {
  const payload = payloadOf(headers);
  return {
    encoding: payload.encoding,
    bytes: readLength(headers, payload.encoding),
    sha256: payload.sha256,
    md5: readMd5(headers),
    checksum: readChecksum(headers, payload.encoding),
  };
}

function payloadOf(headers: IncomingHttpHeaders): Pick<BodyExpectations, 'encoding' | 'sha256'> {
  const value = String(headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD');
  if (value === 'UNSIGNED-PAYLOAD') return { encoding: 'plain', sha256: undefined };
  if (value === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') return { encoding: 'aws-chunked', sha256: undefined };
  if (/^[0-9a-f]{64}$/.test(value)) return { encoding: 'plain', sha256: Buffer.from(value, 'hex') };
  if (value.startsWith('STREAMING-')) throw notImplemented(`x-amz-content-sha256: ${value.slice(0, 100)}`);
  throw new CloudError(
    400,
    'InvalidArgument',
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, or a valid sha256 value.',
    { ArgumentName: 'x-amz-content-sha256', ArgumentValue: value.slice(0, 100) },
  );
}

function readLength(headers: IncomingHttpHeaders, encoding: BodyExpectations['encoding']): number {
  const name = encoding === 'plain' ? 'content-length' : 'x-amz-decoded-content-length';
  const value = headers[name];
  if (value === undefined) {
    throw new CloudError(411, 'MissingContentLength', `Expected the header ${name} but it is missing`);
  }
  const bytes = Number(value);
  if (!/^\d{1,15}$/.test(String(value))) {
    throw new CloudError(400, 'InvalidArgument', `Expected ${name} to be a number of bytes`);
  }
  if (bytes > MAX_BODY_BYTES) {
    throw new CloudError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: String(bytes),
      MaxSizeAllowed: String(MAX_BODY_BYTES),
    });
  }
  return bytes;
}

function readMd5(headers: IncomingHttpHeaders): Buffer | undefined {
  const value = headers['content-md5'];
  if (value === undefined) return undefined;
  const digest = decodeDigest(String(value), 16);
  if (digest) return digest;
  throw new CloudError(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.');
}

function readChecksum(
  headers: IncomingHttpHeaders,
  encoding: BodyExpectations['encoding'],
): BodyExpectations['checksum'] {
  const given = Object.keys(headers).filter((name) => /^x-amz-checksum-(?!algorithm|mode|type)/.test(name));
  const trailer = headers['x-amz-trailer'];
  if (trailer !== undefined && encoding === 'aws-chunked') given.push(String(trailer).trim().toLowerCase());
  if (given.length > 1) {
    throw new CloudError(
      400,
      'InvalidRequest',
      `Expecting a single x-amz-checksum- header but received ${given.join(', ')}`,
    );
  }
  const [name] = given;
  if (name === undefined) return undefined;
  const algorithm = algorithmOf(name);
  if (headers[name] === undefined) return { algorithm, value: undefined };
  const value = decodeDigest(String(headers[name]), DIGEST_BYTES[algorithm]);
  if (value) return { algorithm, value };
  throw new CloudError(400, 'InvalidRequest', `Value for ${name} header is invalid.`);
}

function algorithmOf(headerName: string): ChecksumAlgorithm {
  const algorithm = CHECKSUM_ALGORITHMS.find((name) => headerName === checksumHeader(name));
  if (algorithm === undefined) throw notImplemented(`the checksum ${headerName}`);
  return algorithm;
}

/** `x-amz-checksum-sha256` of `SHA256`. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** The bytes of a base64 digest of the given length, or `undefined` where it is not one. */
export function decodeDigest(text: string, bytes: number): Buffer | undefined {
  const digest = Buffer.from(text, 'base64');
  return digest.length === bytes && digest.toString('base64') === text ? digest : undefined;
}
