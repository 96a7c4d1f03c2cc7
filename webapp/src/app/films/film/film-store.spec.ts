import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { Subject } from 'rxjs';
import type { MovieWithDetails } from '../../core/api/api-types';
import { MoviesApi } from '../../core/api/movies-api';
import { ApiError } from '../../core/errors/api-error';
import { ImageEvents } from '../../core/events/image-events';
import { FilmStore } from './film-store';

type Answer = Pick<PromiseWithResolvers<MovieWithDetails>, 'resolve' | 'reject'>;
let asked: Map<string, Answer>;
let reconnections: Subject<void>;
let store: FilmStore;

beforeEach(() => {
  asked = new Map();
  reconnections = new Subject();
  const get = (movieId: string) => {
    const { promise, ...answer } = Promise.withResolvers<MovieWithDetails>();
    asked.set(movieId, answer);
    return promise;
  };
  TestBed.configureTestingModule({
    providers: [
      FilmStore,
      { provide: MoviesApi, useValue: { get } },
      { provide: ImageEvents, useValue: { reconnections } },
    ],
  });
  store = TestBed.inject(FilmStore);
});

const film = (id: string) => ({ id, title: id }) as MovieWithDetails;

test('a film that comes late does not take the place of the one that was asked for after it', async () => {
  const first = store.open('faust');
  const second = store.open('sunrise');
  asked.get('sunrise')?.resolve(film('sunrise'));
  asked.get('faust')?.resolve(film('faust'));
  await Promise.all([first, second]);
  expect(store.film()?.id).toBe('sunrise');
});

test('what is not there is told from what did not come', async () => {
  const opened = store.open('faust');
  expect(store.isLoading()).toBe(true);
  asked.get('faust')?.reject(new ApiError('There is no such film.', 404, 'not-found'));
  await opened;
  expect([store.isMissing(), store.error(), store.isLoading()]).toEqual([true, '', false]);
});

test('a server that was away is asked again when it is back', async () => {
  const opened = store.open('faust');
  asked.get('faust')?.reject(new ApiError('movieFlix does not answer.', 0, 'no-answer'));
  await opened;
  expect([store.isMissing(), store.error()]).toEqual([false, 'movieFlix does not answer.']);
  reconnections.next();
  asked.get('faust')?.resolve(film('faust'));
  await Promise.resolve();
  expect([store.film()?.id, store.error()]).toEqual(['faust', '']);
});

test('a film in sight stays when it cannot be asked for again', async () => {
  const opened = store.open('faust');
  asked.get('faust')?.resolve(film('faust'));
  await opened;
  const reloaded = store.reload();
  asked.get('faust')?.reject(new ApiError('You are offline.', 0, 'offline'));
  await reloaded;
  expect(store.film()?.id).toBe('faust');
});
