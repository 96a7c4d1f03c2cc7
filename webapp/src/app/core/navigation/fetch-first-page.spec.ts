import type { Routes } from '@angular/router';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { askForFirstPage, type FirstAsks, fetchFirstPage } from './fetch-first-page';

let fetched: string[];
const page = (name: string) => async () => {
  fetched.push(name);
  return class {};
};
const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'films' },
  { path: 'films', loadComponent: page('films') },
  {
    path: 'films/:filmId',
    data: { firstAsks: ['/movies/:filmId', '/images?movie=:filmId'] satisfies FirstAsks },
    loadComponent: page('film'),
  },
  {
    path: 'gallery',
    data: { firstAsks: ['/images'] satisfies FirstAsks },
    loadComponent: page('gallery'),
    children: [{ path: ':imageId', loadComponent: page('viewer') }],
  },
  {
    path: 'offline',
    loadComponent: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  },
  { path: '**', loadComponent: page('not found') },
];

beforeEach(() => {
  fetched = [];
});

test.each([
  ['/', ['films']],
  ['/films', ['films']],
  ['/films/0190', ['film']],
  ['/gallery', ['gallery']],
  ['/gallery/0190', ['gallery', 'viewer']],
  ['/gallery/', ['gallery']],
])('%s fetches %j and nothing else', (path, names) => {
  fetchFirstPage(routes, path);
  expect(fetched).toEqual(names);
});

test('an address that is no page is left to the router', () => {
  fetchFirstPage(routes, '/nowhere/at/all');
  expect(fetched).toEqual([]);
});

test('a page that does not come is no error yet', async () => {
  const rejections: unknown[] = [];
  const hear = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', hear);
  fetchFirstPage(routes, '/offline');
  await new Promise((resolve) => setTimeout(resolve));
  process.off('unhandledRejection', hear);
  expect(rejections).toEqual([]);
});

test.each([
  ['/films/0190', ['/api/movies/0190', '/api/images?movie=0190']],
  ['/gallery/0190', ['/api/images']],
  ['/gallery?q=wren', []],
  ['/films', []],
  ['/nowhere/at/all', []],
])('the first data of %s is asked for: %j', (address, urls) => {
  const asked = jest.fn<typeof fetch>().mockResolvedValue({} as Response);
  globalThis.fetch = asked;
  askForFirstPage(routes, new URL(address, 'https://movieflix.example'), '/api');
  expect(asked.mock.calls.map(([url]) => url)).toEqual(urls);
});
