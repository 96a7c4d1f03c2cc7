import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { ImagesApi } from '../../core/api/images-api';
import { MoviesApi } from '../../core/api/movies-api';
import { testImage } from '../../core/api/testing/image';
import { ApiError } from '../../core/errors/api-error';
import { type Notice, Notices } from '../../core/notices/notices';
import { GalleryStore } from './gallery-store';
import { ImageDeeds } from './image-deeds';

const api = { trash: jest.fn<ImagesApi['trash']>(), restore: jest.fn<ImagesApi['restore']>() };
const store = { remove: jest.fn(), replace: jest.fn() };
const show = jest.fn((_notice: Notice) => undefined);
let deeds: ImageDeeds;

beforeEach(() => {
  jest.resetAllMocks();
  TestBed.configureTestingModule({
    providers: [
      { provide: ImagesApi, useValue: api },
      { provide: MoviesApi, useValue: {} },
      { provide: GalleryStore, useValue: store },
      { provide: Notices, useValue: { show } },
    ],
  });
  deeds = TestBed.inject(ImageDeeds);
});

test('what went to the trash can be taken back at once', async () => {
  await deeds.trash([testImage(1)]);
  const [notice] = show.mock.calls[0]!;
  expect([notice.text, notice.action?.label]).toEqual(['1 image moved to the trash.', 'Undo']);
  api.restore.mockResolvedValue(testImage(1));
  notice.action?.run?.();
  await Promise.resolve();
  expect(api.restore).toHaveBeenCalledWith(testImage(1).id);
});

test('where only some could be moved, both are said', async () => {
  api.trash.mockResolvedValueOnce().mockRejectedValue(new ApiError('You are offline.', 0, 'offline'));
  const trashed = await deeds.trash([testImage(1), testImage(2)]);
  expect(trashed).toEqual([testImage(1)]);
  expect(store.remove).toHaveBeenCalledTimes(1);
  expect(show.mock.calls[0]![0].text).toBe('1 image moved to the trash. You are offline.');
});

test('where none could be moved, the reason alone is said', async () => {
  api.trash.mockRejectedValue(new ApiError('You are offline.', 0, 'offline'));
  await deeds.trash([testImage(1)]);
  expect(show.mock.calls).toEqual([[{ text: 'You are offline.' }]]);
});
