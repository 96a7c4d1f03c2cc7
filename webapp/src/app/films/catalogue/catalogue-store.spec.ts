import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import type { Movie, MoviePage } from '../../core/api/api-types';
import { type MovieQuery, MoviesApi } from '../../core/api/movies-api';
import { testMovie } from '../../core/api/testing/movie';
import { ApiError } from '../../core/errors/api-error';
import { CatalogueStore } from './catalogue-store';
import { parseFilter } from './film-filter';

/** Answers listings when the test says so. */
class FakeApi {
  readonly asked: MovieQuery[] = [];
  readonly #answers: { resolve: (page: MoviePage) => void; reject: (error: Error) => void }[] = [];

  list(query: MovieQuery): Promise<MoviePage> {
    this.asked.push(query);
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
  }

  async answer(items: Movie[], nextCursor: string | null = null): Promise<void> {
    this.#answers.shift()!.resolve({ items, nextCursor });
    await settled();
  }

  async refuse(error: Error): Promise<void> {
    this.#answers.shift()!.reject(error);
    await settled();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const everything = parseFilter({});
let api: FakeApi;
let store: CatalogueStore;

beforeEach(() => {
  localStorage.clear();
  api = new FakeApi();
  TestBed.configureTestingModule({ providers: [{ provide: MoviesApi, useValue: api }] });
  store = TestBed.inject(CatalogueStore);
});

const titles = () => store.films().map(({ title }) => title);

test('pages follow each other by their cursors', async () => {
  store.open(everything);
  await api.answer([testMovie(1), testMovie(2)], 'after-2');
  store.loadMore();
  expect(api.asked[1]).toMatchObject({ cursor: 'after-2' });
  await api.answer([testMovie(2), testMovie(3)]);
  expect(titles()).toEqual(['Film 1', 'Film 2', 'Film 3']);
  expect(store.hasMore()).toBe(false);
});

test('an answer to an earlier filter is dropped', async () => {
  store.open(everything);
  store.open(parseFilter({ q: 'moon' }));
  await api.answer([testMovie(1)]);
  expect(titles()).toEqual([]);
  expect(store.hasLoaded()).toBe(false);
  await api.answer([testMovie(2)]);
  expect(titles()).toEqual(['Film 2']);
});

test('coming back shows what was held at once, and then all of it as it is now', async () => {
  store.open(everything);
  await api.answer([testMovie(1)], 'after-1');
  store.loadMore();
  await api.answer([testMovie(2)], 'after-2');
  store.open(everything);
  expect(titles()).toEqual(['Film 1', 'Film 2']);
  await api.answer([testMovie(1, { title: 'Another title' })], 'after-1');
  expect(titles()).toEqual(['Film 1', 'Film 2']);
  await api.answer([testMovie(2)], 'after-2');
  expect(titles()).toEqual(['Another title', 'Film 2']);
  expect(store.hasMore()).toBe(true);
});

test('a page that does not come says why, and can be asked for again', async () => {
  store.open(everything);
  await api.refuse(new ApiError('movieFlix does not answer.', 0, 'no-answer'));
  expect(store.error()).toBe('movieFlix does not answer.');
  expect(store.isEmpty()).toBe(false);
  store.reload();
  await api.answer([]);
  expect(store.error()).toBe('');
  expect(store.isEmpty()).toBe(true);
});
