import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { Subject } from 'rxjs';
import type { Image, ImagePage } from '../../core/api/api-types';
import { type ImageQuery, ImagesApi } from '../../core/api/images-api';
import { testImage } from '../../core/api/testing/image';
import { ApiError } from '../../core/errors/api-error';
import type { ImageChange } from '../../core/events/image-change';
import { ImageEvents } from '../../core/events/image-events';
import { GalleryStore } from './gallery-store';

/** Answers listings when the test says so. */
class FakeApi {
  readonly asked: ImageQuery[] = [];
  readonly #answers: { resolve: (page: ImagePage) => void; reject: (error: Error) => void }[] = [];

  list(query: ImageQuery): Promise<ImagePage> {
    this.asked.push(query);
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
  }

  async answer(items: Image[], nextCursor: string | null = null): Promise<void> {
    this.#answers.shift()!.resolve({ items, nextCursor });
    await settled();
  }

  async refuse(error: Error): Promise<void> {
    this.#answers.shift()!.reject(error);
    await settled();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const everything = { q: '', show: 'all' } as const;
let api: FakeApi;
let changes: Subject<ImageChange>;
let reconnections: Subject<void>;
let store: GalleryStore;

beforeEach(() => {
  localStorage.clear();
  api = new FakeApi();
  changes = new Subject();
  reconnections = new Subject();
  TestBed.configureTestingModule({
    providers: [
      { provide: ImagesApi, useValue: api },
      { provide: ImageEvents, useValue: { changes, reconnections } },
    ],
  });
  store = TestBed.inject(GalleryStore);
});

const titles = () => store.images().map(({ title }) => title);

test('pages follow each other by their cursors', async () => {
  store.open(everything);
  await api.answer([testImage(4), testImage(3)], 'after-3');
  store.loadMore();
  expect(api.asked[1]).toMatchObject({ cursor: 'after-3' });
  await api.answer([testImage(2), testImage(1)]);
  expect(titles()).toEqual(['Picture 4', 'Picture 3', 'Picture 2', 'Picture 1']);
  expect(store.hasMore()).toBe(false);
});

test('a page is asked for once, however often the end comes near', async () => {
  store.open(everything);
  await api.answer([testImage(1)], 'after-1');
  store.loadMore();
  store.loadMore();
  expect(api.asked).toHaveLength(2);
});

test('a pushed image appears by itself', async () => {
  store.open(everything);
  await api.answer([testImage(1)]);
  changes.next({ type: 'image.ready', image: testImage(2) });
  expect(titles()).toEqual(['Picture 2', 'Picture 1']);
});

test('a change that overtakes the listing is not lost', async () => {
  store.open(everything);
  changes.next({ type: 'image.ready', image: testImage(1) });
  await api.answer([testImage(1, { status: 'pending' })]);
  expect(store.images()[0]!.status).toBe('ready');
});

test('after a break in the connection the first page is asked for again', async () => {
  store.open(everything);
  await api.answer([testImage(1)]);
  reconnections.next();
  await api.answer([testImage(2), testImage(1)]);
  expect(titles()).toEqual(['Picture 2', 'Picture 1']);
});

test('the answer to an earlier search does not replace a later one', async () => {
  store.open({ q: 'a', show: 'all' });
  store.open({ q: 'b', show: 'all' });
  await api.answer([testImage(1, { title: 'a' })]);
  await api.answer([testImage(2, { title: 'b' })]);
  expect(titles()).toEqual(['b']);
});

test('an empty list is empty only once the API has said so', async () => {
  store.open(everything);
  expect(store.isEmpty()).toBe(false);
  await api.answer([]);
  expect(store.isEmpty()).toBe(true);
});

test('a page that does not come leaves a sentence and what was there', async () => {
  store.open(everything);
  await api.answer([testImage(1)], 'after-1');
  store.loadMore();
  await api.refuse(new ApiError('You are offline.', 0, 'offline'));
  expect(store.error()).toBe('You are offline.');
  expect(titles()).toEqual(['Picture 1']);
  expect(store.isLoading()).toBe(false);
});
