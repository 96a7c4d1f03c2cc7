import { expect, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { appendPage } from './image-list';

test('a page that overlaps what is loaded adds only what is new', () => {
  const appended = appendPage([testImage(3), testImage(2)], [testImage(2), testImage(1)]);
  expect(appended).toEqual([testImage(3), testImage(2), testImage(1)]);
});
