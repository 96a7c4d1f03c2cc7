import { beforeEach, expect, jest, test } from '@jest/globals';
import type { Page } from '../../pages';
import { nextTask } from '../../shared/next-task';
import { takeEarlyAnswer } from '../api/early-answers';
import { askForFirstPage, fetchFirstPage } from './fetch-first-page';

let fetched: string[];
let pictured: unknown[];
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
    firstAsks: ['/images', '/years'],
    fetchPictures: (answer) => pictured.push(answer),
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
  pictured = [];
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
  await nextTask();
  process.off('unhandledRejection', hear);
  expect(rejections).toEqual([]);
});

test.each([
  ['/films/0190', ['/api/movies/0190', '/api/images?movie=0190']],
  ['/gallery/0190', ['/api/images', '/api/years']],
  ['/gallery?q=wren', []],
  ['/films', []],
  ['/nowhere/at/all', []],
])('the first data of %s is asked for: %j', (address, urls) => {
  const asked = jest.fn<typeof fetch>().mockResolvedValue({} as Response);
  globalThis.fetch = asked;
  askForFirstPage(pages, new URL(address, 'https://movieflix.example'), '/api');
  expect(asked.mock.calls.map(([url]) => url)).toEqual(urls);
});

/** Like all answers, it can be read only once. */
function answerOf(status: number): Response {
  let isRead = false;
  return {
    ok: status === 200,
    clone: () => {
      if (isRead) throw new TypeError('body used already');
      return answerOf(status);
    },
    json: async () => {
      isRead = true;
      return { items: [] };
    },
  } as unknown as Response;
}

test.each([
  ['/gallery', 200, [{ items: [] }]],
  ['/gallery', 500, []],
  // The viewer lies over them.
  ['/gallery/0190', 200, []],
])(
  'of %s, answered with %d, the pictures of %j are fetched, and the page reads it, too',
  async (address, status, expected) => {
    globalThis.fetch = jest.fn<typeof fetch>(async () => answerOf(status));
    askForFirstPage(pages, new URL(address, 'https://movieflix.example'), '/api');
    const read = await takeEarlyAnswer('/api/images', null)?.then((answer) => answer.json());
    await nextTask();
    expect(read).toEqual({ items: [] });
    expect(pictured).toEqual(expected);
  },
);
