import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { writeSession } from '../session/stored-session';
import type { SessionAnswer } from './api-types';
import { askEarly, takeEarlyAnswer } from './early-answers';

const URL = '/api/images?limit=100';
/** jsdom has no Response. */
const ANSWER = { ok: true } as Response;
const asked = jest.fn<typeof fetch>();

beforeEach(() => {
  asked.mockReset().mockResolvedValue(ANSWER);
  globalThis.fetch = asked;
  localStorage.clear();
});
afterEach(() => {
  jest.useRealTimers();
});

test('what was asked for early is taken once', async () => {
  askEarly(URL);
  expect(await takeEarlyAnswer(URL, null)).toBe(ANSWER);
  expect(takeEarlyAnswer(URL, null)).toBeUndefined();
  expect(asked).toHaveBeenCalledTimes(1);
});

test("it is asked for in the member's name, and no one else gets it", async () => {
  const session = { token: 'ada', expiresAt: '2999-01-01T00:00:00Z', user: {} };
  writeSession(localStorage, session as SessionAnswer);
  askEarly(URL);
  expect(new Headers(asked.mock.calls[0]?.[1]?.headers).get('authorization')).toBe('Bearer ada');
  expect(takeEarlyAnswer(URL, null)).toBeUndefined();
  expect(takeEarlyAnswer('/api/movies', 'ada')).toBeUndefined();
  expect(takeEarlyAnswer(URL, 'ada')).toBeDefined();
});

test('an answer that nobody took in time is dropped', () => {
  jest.useFakeTimers();
  askEarly(URL);
  jest.advanceTimersByTime(10_000);
  expect(takeEarlyAnswer(URL, null)).toBeUndefined();
});

test('whoever takes it hears why it did not come', async () => {
  asked.mockRejectedValue(new TypeError('Failed to fetch'));
  askEarly(URL);
  await expect(takeEarlyAnswer(URL, null)).rejects.toThrow('Failed to fetch');
});
