import { CloudError } from '../../cloud-error.ts';
import { type BodyExpectations, checksumHeader, decodeDigest } from './body-expectations.ts';
import { DIGEST_BYTES } from './checksum-algorithms.ts';

export interface BodyDigests {
  md5: Buffer;
  sha256: Buffer | undefined;
  checksum: Buffer | undefined;
}

/** Called for every chunk, so that a body that lies about its size cannot fill the disk. */
export function checkNotTooManyBytes(expected: BodyExpectations, received: number): void {
  if (received > expected.bytes) throw wrongSize(expected, `${received} or more`);
}

/** @throws CloudError 400 IncompleteBody */
export function checkBytes(expected: BodyExpectations, received: number): void {
  if (received !== expected.bytes) throw wrongSize(expected, String(received));
}

/** @throws CloudError 400 BadDigest, XAmzContentSHA256Mismatch, or InvalidRequest where the trailer lacks a checksum */
export function checkDigests(
  expected: BodyExpectations,
  actual: BodyDigests,
  trailers: ReadonlyMap<string, string>,
): void {
  if (expected.sha256 && !actual.sha256?.equals(expected.sha256)) {
    throw new CloudError(
      400,
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
      {
        ClientComputedContentSHA256: expected.sha256.toString('hex'),
        S3ComputedContentSHA256: actual.sha256?.toString('hex') ?? '',
      },
    );
  }
  if (expected.md5 && !actual.md5.equals(expected.md5)) {
    throw new CloudError(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.', {
      ExpectedDigest: expected.md5.toString('base64'),
      CalculatedDigest: actual.md5.toString('base64'),
    });
  }
  if (expected.checksum === undefined) return;
  const value = expected.checksum.value ?? checksumOfTrailer(expected.checksum.algorithm, trailers);
  if (!actual.checksum?.equals(value)) {
    throw new CloudError(
      400,
      'BadDigest',
      `The ${expected.checksum.algorithm} you specified did not match the calculated checksum.`,
    );
  }
}

function checksumOfTrailer(
  algorithm: keyof typeof DIGEST_BYTES,
  trailers: ReadonlyMap<string, string>,
): Buffer {
  const name = checksumHeader(algorithm);
  const value = decodeDigest(trailers.get(name) ?? '', DIGEST_BYTES[algorithm]);
  if (value) return value;
  throw new CloudError(
    400,
    'InvalidRequest',
    `Expected the trailer to carry ${name} but it is missing or invalid`,
  );
}

function wrongSize(expected: BodyExpectations, received: string): CloudError {
  return new CloudError(
    400,
    'IncompleteBody',
    `You did not provide the number of bytes specified: expected ${expected.bytes} but received ${received}`,
  );
}
