import { expect, test } from '@jest/globals';
import { EMPTY_TALLY, type Tally } from '../queue/tally';
import { announcement, headline } from './summary-words';

function tallyOf(phases: Partial<Tally['phases']>, sentBytes = 0): Tally {
  const files = Object.values(phases).reduce((sum, count) => sum + count, 0);
  return { ...EMPTY_TALLY, files, bytes: 100, sentBytes, phases: { ...EMPTY_TALLY.phases, ...phases } };
}

test('the headline counts what is still to be sent, and how much of all of it is', () => {
  expect(headline(tallyOf({ uploading: 1, waiting: 2, ready: 4 }, 43.9), null)).toBe(
    'Uploading 3 photographs, 43%',
  );
});

test('the headline says what holds the uploads back', () => {
  const waiting = tallyOf({ waiting: 1 });
  expect(headline(waiting, 'offline')).toBe('Offline: 1 photograph will go on when you are back');
  expect(headline(waiting, 'signed-out')).toBe('Sign in to upload 1 photograph');
});

test('at the end the headline says what came of them', () => {
  expect(headline(tallyOf({ processing: 2 }), null)).toBe('Uploaded, making 2 thumbnails');
  expect(headline(tallyOf({ ready: 3, duplicate: 1, failed: 1 }), 'offline')).toBe(
    '3 photographs uploaded, 1 already there, 1 failed',
  );
});

test('a screen reader hears of whole files', () => {
  expect(announcement(tallyOf({ ready: 3, uploading: 1, failed: 1 }))).toBe('3 of 5 uploaded, 1 failed');
});
