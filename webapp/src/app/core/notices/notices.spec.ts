import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Notices } from './notices';

let notices: Notices;
const text = () => notices.current()?.text;

beforeEach(() => {
  jest.useFakeTimers();
  notices = TestBed.inject(Notices);
});

afterEach(() => {
  jest.useRealTimers();
});

test('a notice goes after its time, but not while somebody is at it', () => {
  notices.show({ text: '1 image is gone.' });
  jest.advanceTimersByTime(4_000);
  notices.hold();
  jest.advanceTimersByTime(60_000);
  expect(text()).toBe('1 image is gone.');
  notices.release();
  jest.advanceTimersByTime(5_000);
  expect(text()).toBeUndefined();
});

test('the next notice takes the place of the one before, for all of its own time', () => {
  notices.show({ text: 'First.' });
  jest.advanceTimersByTime(4_000);
  notices.show({ text: 'Second.' });
  jest.advanceTimersByTime(4_000);
  expect(text()).toBe('Second.');
});

test('a notice without a time stays', () => {
  notices.show({ text: 'You are offline.', action: { label: 'OK' } });
  jest.advanceTimersByTime(3_600_000);
  expect(text()).toBe('You are offline.');
});
