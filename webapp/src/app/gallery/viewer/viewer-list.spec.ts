import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { GalleryStore } from '../images/gallery-store';
import type { HeldPage, ImageWindow } from '../images/image-window';
import { ViewerList } from './viewer-list';

const page = (numbers: number[], before: string | null, after: string | null): HeldPage => ({
  images: numbers.map((number) => testImage(number)),
  before,
  after,
});
const held = signal<ImageWindow>([]);
const store = {
  window: held,
  fetchAfter: jest.fn<(cursor: string) => Promise<HeldPage>>(),
  fetchBefore: jest.fn<(cursor: string) => Promise<HeldPage>>(),
};
let list: ViewerList;

beforeEach(() => {
  jest.resetAllMocks();
  TestBed.configureTestingModule({ providers: [ViewerList, { provide: GalleryStore, useValue: store }] });
  list = TestBed.inject(ViewerList);
});

const titles = () => list.images().map(({ title }) => title);

test('it grows at both ends, and every image keeps its number', async () => {
  held.set([page([5, 4], 'before-5', 'after-4')]);
  store.fetchAfter.mockResolvedValue(page([3], 'before-3', null));
  store.fetchBefore.mockResolvedValue(page([7, 6], null, 'after-6'));
  list.open(testImage(5));
  const numberOfFour = list.firstNumber() + 1;
  await list.show(testImage(5).id);
  expect(titles()).toEqual([7, 6, 5, 4, 3].map((number) => `Picture ${number}`));
  expect(list.firstNumber() + 3).toBe(numberOfFour);
  await list.show(testImage(7).id);
  expect([list.hasPrevious(), list.hasNext()]).toEqual([false, true]);
});

test('a page without a single ready image is passed over', async () => {
  held.set([page([5], null, 'after-5')]);
  const pending = { ...page([], 'x', 'after-4'), images: [testImage(4, { status: 'pending' })] };
  store.fetchAfter.mockResolvedValueOnce(pending).mockResolvedValue(page([3], 'x', null));
  list.open(testImage(5));
  await list.show(testImage(5).id);
  expect(titles()).toEqual(['Picture 5', 'Picture 3']);
});

test('an image that the page does not hold is alone', async () => {
  held.set([page([5], 'before-5', 'after-5')]);
  list.open(testImage(1));
  await list.show(testImage(1).id);
  expect([titles(), list.hasPrevious(), list.hasNext()]).toEqual([['Picture 1'], false, false]);
});

test('after one that is taken out comes the next, and after the last the one before it', () => {
  held.set([page([3, 2, 1], null, null)]);
  list.open(testImage(2));
  list.remove(testImage(2).id);
  expect(list.current()!.title).toBe('Picture 1');
  list.remove(testImage(1).id);
  expect(list.current()!.title).toBe('Picture 3');
});
