import { expect, test } from '@jest/globals';
import { EMPTY_TALLY, fractionSent, unsentFiles, withChange } from './tally';

test('a file is counted from its coming to its going', () => {
  const waiting = withChange(EMPTY_TALLY, 100, undefined, { phase: 'waiting' });
  expect(waiting).toMatchObject({ files: 1, bytes: 100, sentBytes: 0, phases: { waiting: 1 } });
  const half = withChange(waiting, 100, { phase: 'waiting' }, { phase: 'uploading', sentBytes: 50 });
  expect(half).toMatchObject({ files: 1, sentBytes: 50, phases: { waiting: 0, uploading: 1 } });
  expect(fractionSent(half)).toBe(0.5);
  expect(unsentFiles(half)).toBe(1);
  expect(withChange(half, 100, { phase: 'uploading', sentBytes: 50 }, undefined)).toEqual(EMPTY_TALLY);
});

test('a file that failed does not hold the total back', () => {
  const one = withChange(EMPTY_TALLY, 100, undefined, { phase: 'processing' });
  const both = withChange(one, 900, undefined, { phase: 'failed', message: 'No.', remedy: null });
  expect(fractionSent(both)).toBe(1);
});

test('only failed files that can be tried again count as such', () => {
  const one = withChange(EMPTY_TALLY, 1, undefined, { phase: 'failed', message: 'No.', remedy: null });
  const both = withChange(one, 1, undefined, { phase: 'failed', message: 'Not now.', remedy: 'send-again' });
  expect([one.retryable, both.retryable]).toEqual([0, 1]);
});
