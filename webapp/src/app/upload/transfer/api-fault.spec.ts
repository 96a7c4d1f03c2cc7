import { expect, test } from '@jest/globals';
import { toApiError } from '../../core/errors/api-error';
import { faultOfApi } from './api-fault';
import { UploadFault } from './upload-fault';

/** The fault that an answer of the API with this status becomes. */
function faultOf(status: number, retryAfter: string | null = null): UploadFault {
  const body = { statusCode: status, code: 'a-code', message: 'Expected this, but received that.' };
  return faultOfApi(toApiError({ status, body, retryAfter }, true)) as UploadFault;
}

test.each([
  [0, 'connection'],
  [400, 'refused'],
  [401, 'signed-out'],
  [404, 'gone'],
  [408, 'server'],
  [409, 'gone'],
  [413, 'refused'],
  [429, 'busy'],
  [500, 'server'],
  [503, 'server'],
] as const)('status %i is %s', (status, kind) => {
  expect(faultOf(status).kind).toBe(kind);
});

test('how long the API asks to wait is passed on', () => {
  expect(faultOf(429, '7').retryAfterSeconds).toBe(7);
  expect(faultOf(503, '5').retryAfterSeconds).toBe(5);
  expect(faultOf(500).retryAfterSeconds).toBeNull();
});

test('the API’s own sentence is shown', () => {
  expect(faultOf(400).message).toBe('Expected this, but received that.');
});

test('what is no answer of the API stays what it is', () => {
  const error = new TypeError('A mistake.');
  expect(faultOfApi(error)).toBe(error);
});
