import { expect, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { appendPage, mergeChange, mergeFirstPage } from './image-list';

const always = () => true;
const never = () => false;
const ready = (number: number, title?: string) =>
  ({ type: 'image.ready', image: testImage(number, title ? { title } : {}) }) as const;
const numbers = (images: readonly { id: string }[]) => images.map(({ id }) => Number(id.slice(-12)));

test('an image that becomes ready replaces its pending self where it stands', () => {
  const images = [testImage(3), testImage(2, { status: 'pending' }), testImage(1)];
  const merged = mergeChange(images, ready(2), always, true);
  expect(merged.map(({ status }) => status)).toEqual(['ready', 'ready', 'ready']);
  expect(numbers(merged)).toEqual([3, 2, 1]);
});

test('a new image takes its place by age', () => {
  const merged = mergeChange([testImage(4), testImage(2)], ready(3), always, false);
  expect(numbers(merged)).toEqual([4, 3, 2]);
});

test('an image older than all that is loaded waits for its page', () => {
  expect(numbers(mergeChange([testImage(4)], ready(1), always, false))).toEqual([4]);
  expect(numbers(mergeChange([testImage(4)], ready(1), always, true))).toEqual([4, 1]);
});

test('an image that no longer belongs leaves the list', () => {
  expect(numbers(mergeChange([testImage(2), testImage(1)], ready(2), never, true))).toEqual([1]);
});

test('a removed image leaves the list', () => {
  const removed = { type: 'image.removed', imageId: testImage(2).id } as const;
  expect(numbers(mergeChange([testImage(2), testImage(1)], removed, always, true))).toEqual([1]);
});

test('asking for the first page again keeps the older pages and drops what has gone', () => {
  const loaded = [5, 4, 3, 2, 1].map((number) => testImage(number));
  const page = [6, 5, 3].map((number) => testImage(number));
  expect(numbers(mergeFirstPage(loaded, page, false))).toEqual([6, 5, 3, 2, 1]);
});

test('where the first page is all there is, nothing older stays', () => {
  expect(numbers(mergeFirstPage([testImage(2), testImage(1)], [testImage(2)], true))).toEqual([2]);
});

test('a page that overlaps what is loaded adds only what is new', () => {
  const appended = appendPage([testImage(3), testImage(2)], [testImage(2), testImage(1)]);
  expect(numbers(appended)).toEqual([3, 2, 1]);
});
