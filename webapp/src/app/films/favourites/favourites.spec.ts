import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { MoviesApi } from '../../core/api/movies-api';
import { testMovie } from '../../core/api/testing/movie';
import { ApiError } from '../../core/errors/api-error';
import { type Notice, Notices } from '../../core/notices/notices';
import { Favourites } from './favourites';

const film = testMovie(1);
let deeds: string[];
let notices: string[];
let refusal: Error | undefined;
let favourites: Favourites;

beforeEach(() => {
  localStorage.clear();
  deeds = [];
  notices = [];
  refusal = undefined;
  const deed = (name: string) => async () => {
    await Promise.resolve();
    if (refusal) throw refusal;
    deeds.push(name);
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: MoviesApi, useValue: { addFavourite: deed('add'), removeFavourite: deed('remove') } },
      { provide: Notices, useValue: { show: ({ text }: Notice) => notices.push(text) } },
    ],
  });
  favourites = TestBed.inject(Favourites);
  TestBed.tick();
});

test('a heart is set before the API has answered', async () => {
  const done = favourites.toggle(film);
  expect(favourites.has(film)).toBe(true);
  await done;
  expect(deeds).toEqual(['add']);
});

test('quick presses reach the API in their order', async () => {
  await Promise.all([favourites.toggle(film), favourites.toggle(film), favourites.toggle(film)]);
  expect(deeds).toEqual(['add', 'remove', 'add']);
  expect(favourites.has(film)).toBe(true);
});

test('a heart that the API refuses goes back and says why', async () => {
  refusal = new ApiError('You are offline.', 0, 'offline');
  await favourites.toggle(film);
  expect(favourites.has(film)).toBe(false);
  expect(notices).toEqual(['Film 1: You are offline.']);
});
