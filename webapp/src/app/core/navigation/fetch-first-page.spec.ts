import { beforeEach, expect, jest, test } from '@jest/globals';
import type { Page } from '../../pages';
import { askForFirstPage, fetchFirstPage } from './fetch-first-page';

let fetched: string[];
const load = (name: string) => async () => {
  fetched.push(name);
  return { default: class {} };
};
const pages: Page[] = [
  { path: 'films', load: load('films') },
  {
    path: 'films/:filmId',
    firstAsks: ['/movies/:filmId', '/images?movie=:filmId'],
    load: load('film'),
  },
  {
    path: 'gallery',
    firstAsks: ['/images'],
    load: load('gallery'),
    children: [{ path: ':imageId', load: load('viewer') }],
  },
  {
    path: 'offline',
    load: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  },
  { path: '**', load: load('not found') },
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
  fetchFirstPage(pages, path, 'en');
  expect(fetched).toEqual(names);
});

test('an address that is no page is left to the router', () => {
  fetchFirstPage(pages, '/nowhere/at/all', 'en');
  expect(fetched).toEqual([]);
});

test('a page that does not come is no error yet', async () => {
  const rejections: unknown[] = [];
  const hear = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', hear);
  fetchFirstPage(pages, '/offline', 'en');
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
  askForFirstPage(pages, new URL(address, 'https://movieflix.example'), '/api');
  expect(asked.mock.calls.map(([url]) => url)).toEqual(urls);
});
