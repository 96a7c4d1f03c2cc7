import { expect, test } from '@jest/globals';
import { countFailure, emptyTally, summaryOf } from '@movieflix/importer/tally.ts';

test('the summary counts and names what failed', () => {
  const tally = { ...emptyTally(), added: 1234, alreadyThere: 5, notImages: 7 };
  countFailure(tally, 'trip/1.jpg', 'It is empty.');
  expect(summaryOf(tally)).toBe(
    '1,234 added, 5 already there, 1 failed, 7 not images.\nFailed:\n  trip/1.jpg: It is empty.\n',
  );
});

test('however many files fail, a thousand are named', () => {
  const tally = emptyTally();
  for (let file = 0; file < 2500; file += 1) countFailure(tally, `${file}.jpg`, 'It is empty.');
  expect(summaryOf(tally).split('\n')).toHaveLength(1004);
  expect(summaryOf(tally)).toContain('... and 1,500 more');
});
