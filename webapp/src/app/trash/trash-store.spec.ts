import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { Subject } from 'rxjs';
import { ImagesApi } from '../core/api/images-api';
import { testImage } from '../core/api/testing/image';
import { ApiError } from '../core/errors/api-error';
import type { ImageChange } from '../core/events/image-change';
import { ImageEvents } from '../core/events/image-events';
import { TrashStore } from './trash-store';

const api = {
  list: jest.fn<ImagesApi['list']>(),
  restore: jest.fn<ImagesApi['restore']>(),
  removeForGood: jest.fn<ImagesApi['removeForGood']>(),
};
const changes = new Subject<ImageChange>();
const reconnections = new Subject<void>();
let store: TrashStore;

beforeEach(async () => {
  jest.resetAllMocks();
  api.list
    .mockResolvedValueOnce({
      items: [testImage(3), testImage(2)],
      nextCursor: 'after-2',
      previousCursor: null,
    })
    .mockResolvedValue({ items: [testImage(1)], nextCursor: null, previousCursor: null });
  TestBed.configureTestingModule({
    providers: [
      TrashStore,
      { provide: ImagesApi, useValue: api },
      { provide: ImageEvents, useValue: { changes, reconnections } },
    ],
  });
  store = TestBed.inject(TrashStore);
  await store.loadMore();
});

const titles = () => store.images().map(({ title }) => title);

test('a trash that did not load is asked for again when the connection is back', async () => {
  api.list.mockReset().mockRejectedValueOnce(new ApiError('You are offline.', 0, 'offline'));
  api.list.mockResolvedValue({ items: [testImage(1)], nextCursor: null, previousCursor: null });
  const fresh = TestBed.runInInjectionContext(() => new TrashStore());
  await fresh.loadMore();
  expect(fresh.hasLoaded()).toBe(false);
  reconnections.next();
  await Promise.resolve();
  expect(fresh.hasLoaded()).toBe(true);
  expect(fresh.error()).toBe('');
});

test('emptying removes also what is not loaded', async () => {
  expect(await store.empty()).toBe(3);
  expect(store.isEmpty()).toBe(true);
});

test('emptying stops where something cannot be removed, and says why', async () => {
  api.removeForGood.mockResolvedValueOnce().mockRejectedValue(new ApiError('You are offline.', 0, 'offline'));
  expect(await store.empty()).toBe(1);
  expect(titles()).toEqual(['Picture 2']);
  expect(store.error()).toBe('You are offline.');
});

test('a restored image leaves the trash', async () => {
  api.restore.mockResolvedValue(testImage(3));
  expect(await store.restore(testImage(3))).toBe(true);
  expect(titles()).toEqual(['Picture 2']);
});

test('an image that is restored in another window leaves the trash here', () => {
  changes.next({ type: 'image.changed', image: testImage(3) });
  expect(titles()).toEqual(['Picture 2']);
});
