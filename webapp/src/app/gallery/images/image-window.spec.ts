import { expect, test } from '@jest/globals';
import type { Image } from '../../core/api/api-types';
import { testImage } from '../../core/api/testing/image';
import {
  extendBackward,
  extendOnward,
  type HeldPage,
  type ImageWindow,
  imagesOf,
  MAX_PAGES,
  mergeChange,
  pageBackward,
  trimEnd,
  trimStart,
} from './image-window';

const SIZE = 10;
const always = () => true;
const never = () => false;

/** The images with these numbers, of which each was taken a minute after the one before. */
const images = (...numbers: number[]) => numbers.map((number) => taken(number));
const taken = (number: number, fields: Partial<Image> = {}) =>
  testImage(number, { takenAt: `2024-05-01T00:${String(number).padStart(2, '0')}:00`, ...fields });
const page = (numbers: number[], before: string | null, after: string | null): HeldPage => ({
  images: images(...numbers),
  before,
  after,
});
const numbers = (window: ImageWindow) => imagesOf(window).map(({ id }) => Number(id.slice(-12)));
const middle: ImageWindow = [page([50, 48, 46], 'before', 'x'), page([44, 42, 40], 'y', 'after')];
const whole: ImageWindow = [page([50, 48, 46], null, 'x'), page([44, 42, 40], 'y', null)];
const ready = (number: number, fields: Partial<Image> = {}) =>
  ({ type: 'image.ready', image: taken(number, fields) }) as const;

test('a page that was asked for from the oldest on is turned round', () => {
  const backward = pageBackward({ items: images(1, 2), previousCursor: 'onward', nextCursor: 'back' });
  expect(backward).toEqual({ images: images(2, 1), before: 'back', after: 'onward' });
});

test('pages that overlap what is held add only what is new', () => {
  expect(numbers(extendOnward(middle, page([40, 38], 'y', 'z')))).toEqual([50, 48, 46, 44, 42, 40, 38]);
  expect(numbers(extendBackward(middle, page([52, 50], 'y', 'z')))).toEqual([52, 50, 48, 46, 44, 42, 40]);
});

test('an empty page says that the list ends, or begins', () => {
  expect(extendOnward(middle, page([], null, null)).at(-1)!.after).toBeNull();
  expect(extendBackward(middle, page([], null, null))[0]!.before).toBeNull();
});

test('far pages are let go, but none of which an image is needed', () => {
  const pages = Array.from({ length: MAX_PAGES + 3 }, (_, number) =>
    page(
      Array.from({ length: SIZE }, (_, index) => 1000 - number * SIZE - index),
      `b${number}`,
      `a${number}`,
    ),
  );
  const last = SIZE * pages.length - 1;
  expect(trimStart(pages, { first: last, last })).toEqual(pages.slice(3));
  expect(trimStart(pages, { first: SIZE + 1, last })).toEqual(pages.slice(1));
  expect(trimEnd(pages, { first: 0, last: 0 })).toEqual(pages.slice(0, -3));
  expect(trimEnd(pages, { first: 0, last: last - SIZE })).toEqual(pages.slice(0, -1));
  expect(trimStart(pages, { first: 0, last })).toEqual(pages);
});

test('an image that becomes ready replaces its pending self', () => {
  const window = [{ ...page([], null, null), images: [taken(2), taken(1, { status: 'pending' })] }];
  expect(imagesOf(mergeChange(window, ready(1), always)).map(({ status }) => status)).toEqual([
    'ready',
    'ready',
  ]);
});

test('an image whose time becomes known moves to its place', () => {
  const window = mergeChange(whole, ready(59), always);
  const moved = mergeChange(window, ready(59, { takenAt: '2024-05-01T00:45:00' }), always);
  expect([numbers(window), numbers(moved)]).toEqual([
    [59, 50, 48, 46, 44, 42, 40],
    [50, 48, 46, 59, 44, 42, 40],
  ]);
});

test('an image before or behind all that is held waits for its page, unless the list begins or ends there', () => {
  expect(numbers(mergeChange(middle, ready(51), always))).toEqual(numbers(middle));
  expect(numbers(mergeChange(middle, ready(39), always))).toEqual(numbers(middle));
  expect(numbers(mergeChange(whole, ready(51), always))).toEqual([51, ...numbers(whole)]);
  expect(numbers(mergeChange(whole, ready(39), always))).toEqual([...numbers(whole), 39]);
});

test('an image between two pages takes its place', () => {
  expect(numbers(mergeChange(middle, ready(45), always))).toEqual([50, 48, 46, 45, 44, 42, 40]);
});

test('a first image has its place in an empty list', () => {
  expect(numbers(mergeChange([page([], null, null)], ready(1), always))).toEqual([1]);
});

test('an image that is removed or no longer belongs leaves the list', () => {
  const removed = { type: 'image.removed', imageId: testImage(46).id } as const;
  expect(numbers(mergeChange(middle, removed, always))).toEqual([50, 48, 44, 42, 40]);
  expect(numbers(mergeChange(middle, ready(46), never))).toEqual([50, 48, 44, 42, 40]);
});
