import { expect, test } from '@jest/globals';
import { faultOfStorage } from './storage-refusal';

const xml = (code: string, message: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message>${more}</Error>`;

test.each([
  [412, xml('PreconditionFailed', 'At least one of the pre-conditions did not hold'), 'arrived'],
  [403, xml('AccessDenied', 'Request has expired'), 'expired'],
  [400, xml('ExpiredToken', 'The provided token has expired.'), 'expired'],
  [404, xml('NoSuchUpload', 'The upload does not exist.'), 'gone'],
  [400, xml('BadDigest', 'The SHA256 you specified did not match.'), 'changed'],
  [400, xml('XAmzContentChecksumMismatch', 'The checksum did not match.'), 'changed'],
  [409, xml('ConditionalRequestConflict', 'A conflicting operation is running.'), 'server'],
  [503, xml('SlowDown', 'Reduce your request rate.'), 'busy'],
  [500, '', 'server'],
  [502, '<html>Bad gateway</html>', 'server'],
  [403, xml('SignatureDoesNotMatch', 'The signature does not match.'), 'refused'],
  [400, xml('EntityTooLarge', 'Too large'), 'refused'],
] as const)('status %i with %s is %s', (status, body, kind) => {
  expect(faultOfStorage(status, body).kind).toBe(kind);
});

test('a file that is too large is told the limit', () => {
  const body = xml('EntityTooLarge', 'Too large', '<MaxSizeAllowed>5000000</MaxSizeAllowed>');
  expect(faultOfStorage(400, body).message).toBe(
    'The storage expected at most 5.0 MB, but this file is larger.',
  );
});

test('a refusal that is not known is shown with the storage’s own words', () => {
  const { message } = faultOfStorage(400, xml('MetadataTooLarge', 'Your metadata headers are too large.'));
  expect(message).toBe('The storage refused this file: Your metadata headers are too large.');
});
