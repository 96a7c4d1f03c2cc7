import type { Routes } from '@angular/router';
import { beforeEach, expect, test } from '@jest/globals';
import { fetchFirstPage } from './fetch-first-page';

let fetched: string[];
const page = (name: string) => async () => {
  fetched.push(name);
  return class {};
};
const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'films' },
  { path: 'films', loadComponent: page('films') },
  { path: 'films/:filmId', loadComponent: page('film') },
  {
    path: 'gallery',
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
