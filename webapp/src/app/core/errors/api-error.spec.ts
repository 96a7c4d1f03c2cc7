import { expect, test } from '@jest/globals';
import { sentenceOf, toApiError } from './api-error';

const answer = (status: number, body: unknown = null, retryAfter: string | null = null) => ({
  status,
  body,
  retryAfter,
});

test('what the API says is shown as a sentence', () => {
  const error = toApiError(
    answer(409, { message: 'expected 3 parts but 2 arrived', code: 'parts-missing' }),
    true,
  );
  expect(error.message).toBe('Expected 3 parts but 2 arrived.');
  expect(error.code).toBe('parts-missing');
});

test('no answer is told apart from being offline', () => {
  expect(toApiError(answer(0), false)).toMatchObject({ code: 'offline' });
  expect(toApiError(answer(0), true)).toMatchObject({ code: 'no-answer' });
});

test('too many tries say how long to wait', () => {
  expect(toApiError(answer(429, null, '90'), true).message).toMatch(/Try again in 2 minutes\./);
  expect(toApiError(answer(429), true).message).toMatch(/Wait a little\./);
});

test('a fault of the server shows no internals', () => {
  expect(toApiError(answer(500, { message: 'column "x" does not exist' }), true).message).not.toMatch(
    /column/,
  );
});

test('an answer that is not the API’s own still makes a sentence', () => {
  expect(toApiError(answer(413, '<html>'), true).message).toMatch(/status 413/);
});

test('a fault of the page itself is said as one', () => {
  expect(sentenceOf(new TypeError('x is undefined'))).toMatch(/Something went wrong in the page/);
});
