import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Page } from '../../pages';
import { loadPagesLater } from './load-pages-later';

let loading: string[];
let most: number;
const page = (path: string, children: Page[] = []): Page => ({
  path,
  children,
  load: async () => {
    loading.push(path);
    most = Math.max(most, loading.length);
    await new Promise((resolve) => setTimeout(resolve, 100));
    loading.splice(loading.indexOf(path), 1);
    loaded.push(path);
    if (path === 'broken') throw new TypeError('Failed to fetch dynamically imported module');
    return { default: class {} };
  },
});
let loaded: string[];
const pages = [page('films'), page('broken'), page('gallery', [page(':imageId')]), page('upload')];

beforeEach(() => {
  [loading, loaded, most] = [[], [], 0];
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('the pages come one after the other, whether or not the browser tells when it is at leisure', async () => {
  // jsdom tells as little as Safari.
  expect('requestIdleCallback' in window).toBe(false);
  const later = loadPagesLater(pages);
  await jest.advanceTimersByTimeAsync(2_900);
  expect([loading, loaded]).toEqual([[], []]);
  await jest.advanceTimersByTimeAsync(10_000);
  await later;
  expect(loaded).toEqual(['films', 'broken', 'gallery', ':imageId', 'upload']);
  expect(most).toBe(1);
});
