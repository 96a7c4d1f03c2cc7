import { expect, test } from '@jest/globals';
import { testImage } from '../../../core/api/testing/image';
import { bestStill } from './best-still';

const wide = testImage(1, { width: 6000, height: 4000, visibility: 'public' });
const narrow = testImage(2, { width: 1600, height: 900, visibility: 'public' });

test('a film opens with its widest landscape', () => {
  expect(bestStill([narrow, wide], undefined)).toBe(wide);
});

test('the poster, what others do not see, what stands and what is a strip open no film', () => {
  const others = [
    testImage(3, { width: 9000, height: 6000 }),
    testImage(4, { width: 9000, height: 9000, visibility: 'public' }),
    testImage(5, { width: 9000, height: 900, visibility: 'public' }),
    testImage(6, { width: null, height: null, status: 'pending', visibility: 'public' }),
  ];
  expect(bestStill([wide, ...others], wide.id)).toBeNull();
  expect(bestStill([wide, ...others, narrow], wide.id)).toBe(narrow);
});
