import { expect, test } from '@jest/globals';
import { placeOf } from './place';

test('the viewer is over the gallery, not a place of its own', () => {
  expect(placeOf('/gallery/0190?q=a')).toBe(placeOf('/gallery?q=a'));
});

test('another search and another page are other places', () => {
  expect(placeOf('/gallery?q=a')).not.toBe(placeOf('/gallery'));
  expect(placeOf('/trash')).not.toBe(placeOf('/gallery'));
});
