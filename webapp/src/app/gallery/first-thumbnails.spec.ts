import { beforeEach, expect, test } from '@jest/globals';
import type { ImagePage } from '../core/api/api-types';
import { testImage } from '../core/api/testing/image';
import { fetchFirstThumbnails } from './first-thumbnails';

const THUMBNAILS = [
  { width: 320, height: 213, url: '/small' },
  { width: 640, height: 427, url: '/large' },
];

let fetched: { sizes: string; srcset: string }[];
beforeEach(() => {
  fetched = [];
  globalThis.Image = class {
    sizes = '';
    srcset = '';
    constructor() {
      fetched.push(this);
    }
  } as unknown as typeof Image;
});

function showWindow(width: number, height: number): void {
  Object.defineProperty(document.documentElement, 'clientWidth', { value: width, configurable: true });
  Object.defineProperty(globalThis, 'innerHeight', { value: height, configurable: true });
}

function pageOf(count: number, more: Partial<ImagePage['items'][number]> = {}): ImagePage {
  const items = Array.from({ length: count }, (_, index) =>
    testImage(index, { width: 3000, height: 2000, thumbnails: THUMBNAILS, ...more }),
  );
  return { items, nextCursor: null, previousCursor: null };
}

test('as many thumbnails are fetched as the window has room for, however many the answer has', () => {
  showWindow(360, 800);
  fetchFirstThumbnails(pageOf(100));
  // Six rows of 120 px, with two pictures of 180 px each.
  expect(fetched).toHaveLength(12);
  showWindow(360, 440);
  fetched = [];
  fetchFirstThumbnails(pageOf(100));
  expect(fetched).toHaveLength(6);
});

test('the browser chooses the rendition as it will for the picture on the page', () => {
  showWindow(360, 800);
  fetchFirstThumbnails(pageOf(1));
  expect(fetched).toEqual([
    { srcset: '/small 320w, /large 640w', sizes: '(min-resolution: 1.5x) 144px, 180px' },
  ]);
});

test('nothing is fetched for images that have no thumbnails yet', () => {
  showWindow(360, 800);
  fetchFirstThumbnails(pageOf(3, { status: 'pending', thumbnails: [] }));
  expect(fetched).toEqual([]);
});
