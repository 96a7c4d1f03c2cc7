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
import { MAX_PAGES } from './image-window';

/** Answers listings when the test says so. */
class FakeApi {
  readonly asked: ImageQuery[] = [];
  readonly #answers: { resolve: (page: ImagePage) => void; reject: (error: Error) => void }[] = [];

  list(query: ImageQuery): Promise<ImagePage> {
    this.asked.push(query);
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
  }

  async answer(
    items: Image[],
    nextCursor: string | null = null,
    previousCursor: string | null = null,
  ): Promise<void> {
    this.#answers.shift()!.resolve({ items, nextCursor, previousCursor });
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
  expect(api.asked[0]).toMatchObject({ sort: 'taken-newest' });
  await api.answer([testImage(4), testImage(3)], 'after-3');
  store.loadMore();
  expect(api.asked[1]).toMatchObject({ cursor: 'after-3', sort: 'taken-newest' });
  await api.answer([testImage(2), testImage(1)], null, 'before-2');
  expect(titles()).toEqual(['Picture 4', 'Picture 3', 'Picture 2', 'Picture 1']);
  expect(store.hasMore()).toBe(false);
});

test('from a moment in the middle it goes on and back', async () => {
  store.open(everything);
  await api.answer([testImage(9)], 'after-9');
  store.jumpTo(Date.UTC(2019, 11, 31));
  expect(api.asked[1]).toMatchObject({ sort: 'taken-newest', from: '2019-12-31T00:00:00.000Z' });
  expect(titles()).toEqual(['Picture 9']);
  await api.answer([testImage(5), testImage(4)], 'after-4', 'before-5');
  store.loadEarlier();
  expect(api.asked[2]).toMatchObject({ sort: 'taken-oldest', cursor: 'before-5' });
  await api.answer([testImage(6), testImage(7)], 'before-7', 'after-6');
  store.loadMore();
  expect(api.asked[3]).toMatchObject({ sort: 'taken-newest', cursor: 'after-4' });
  await api.answer([testImage(3)], null, 'before-3');
  expect(titles()).toEqual([7, 6, 5, 4, 3].map((number) => `Picture ${number}`));
  expect([store.hasEarlier(), store.hasMore()]).toEqual([true, false]);
});

test('a moment before all images shows the oldest', async () => {
  store.open(everything);
  await api.answer([testImage(9)], 'after-9');
  store.jumpTo(0);
  await api.answer([]);
  expect(api.asked[2]).toMatchObject({ sort: 'taken-oldest' });
  await api.answer([testImage(1), testImage(2)], 'before-2');
  expect([titles(), store.hasEarlier()]).toEqual([['Picture 2', 'Picture 1'], true]);
});

test('what is held stays as much, however far it goes', async () => {
  store.open(everything);
  await api.answer([testImage(10_000)], 'after-10000');
  for (let number = 9_999; number > 9_900; number--) {
    const last = store.images().length - 1;
    store.loadMore({ first: last, last });
    await api.answer([testImage(number)], `after-${number}`, `before-${number}`);
  }
  expect(store.images().length).toBe(MAX_PAGES);
  expect(store.hasEarlier()).toBe(true);
  store.loadEarlier({ first: 0, last: 0 });
  expect(api.asked.at(-1)).toMatchObject({ sort: 'taken-oldest', cursor: `before-${9_901 + MAX_PAGES - 1}` });
});

test('after a break in the connection as many pages are asked for again, from the same moment on', async () => {
  const taken = (number: number) => testImage(number, { takenAt: `2020-01-01T00:00:0${number}` });
  store.open(everything);
  await api.answer([taken(9)], 'after-9');
  store.jumpTo(Date.UTC(2020, 0));
  await api.answer([taken(5)], 'after-5', 'before-5');
  store.loadMore();
  await api.answer([taken(3)], 'after-3', 'before-3');
  reconnections.next();
  expect(api.asked[3]).toMatchObject({ sort: 'taken-newest', from: '2020-01-01T00:00:05.000Z' });
  await api.answer([taken(5)], 'after-5', 'before-5');
  expect(api.asked[4]).toMatchObject({ cursor: 'after-5' });
  await api.answer([taken(2)], 'after-2', 'before-2');
  expect(titles()).toEqual(['Picture 5', 'Picture 2']);
});

test('an image that left the list is told from one that is only not held any more', async () => {
  const removals: string[] = [];
  store.removals.subscribe((id) => removals.push(id));
  store.open({ q: '', show: 'public' });
  await api.answer([testImage(9, { visibility: 'public' })], 'after-9');
  store.jumpTo(0);
  await api.answer([testImage(1, { visibility: 'public' })], null, 'before-1');
  expect(removals).toEqual([]);
  changes.next({ type: 'image.changed', image: testImage(9) });
  changes.next({ type: 'image.removed', imageId: testImage(5).id });
  expect(removals).toEqual([testImage(9).id, testImage(5).id]);
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
  store.tryAgain();
  expect(api.asked[2]).toMatchObject({ cursor: 'after-1' });
});
