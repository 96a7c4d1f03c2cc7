import { expect, test } from '@jest/globals';
import {
  imageIdOfOriginalKey,
  keyOfEvent,
  originalKey,
  renditionKey,
  renditionOfKey,
  renditionsPrefix,
} from '@movieflix/contracts';
import fc from 'fast-check';

test('the image id of an original key is the one it was made of', () => {
  fc.assert(
    fc.property(fc.uuid(), (imageId) => expect(imageIdOfOriginalKey(originalKey(imageId))).toBe(imageId)),
  );
});

test.each([
  '',
  'originals/',
  'originals/not-an-id',
  'originals/0190b5a4-0000-7000-8000-000000000000/extra',
  'originals/0190b5a4-0000-7000-8000-000000000000.jpg',
  'renditions/0190b5a4-0000-7000-8000-000000000000',
  '../originals/0190b5a4-0000-7000-8000-000000000000',
])('%p is no key of an original', (key) => {
  expect(imageIdOfOriginalKey(key)).toBeUndefined();
});

test('the key of a rendition lies below the renditions of its image and names the width', () => {
  const imageId = '0190b5a4-0000-7000-8000-000000000000';
  expect(renditionKey(imageId, 640)).toBe(`${renditionsPrefix(imageId)}640.webp`);
});

test('a rendition key tells the image and the width that it was made of', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 99_999 }), (imageId, width) =>
      expect(renditionOfKey(renditionKey(imageId, width))).toEqual({ imageId, width }),
    ),
  );
});

test.each([
  'renditions/',
  'renditions/0190b5a4-0000-7000-8000-000000000000',
  'renditions/0190b5a4-0000-7000-8000-000000000000/',
  'renditions/0190b5a4-0000-7000-8000-000000000000/320.png',
  'renditions/0190b5a4-0000-7000-8000-000000000000/0320.webp',
  'renditions/0190b5a4-0000-7000-8000-000000000000/a/320.webp',
  'renditions/not-an-id/320.webp',
  'originals/0190b5a4-0000-7000-8000-000000000000/320.webp',
])('%p is no key of a rendition', (key) => {
  expect(renditionOfKey(key)).toBeUndefined();
});

test('a key of an event is decoded as a form is', () => {
  expect(keyOfEvent('originals/a+b%2B%C3%BC.jpg')).toBe('originals/a b+ü.jpg');
});
