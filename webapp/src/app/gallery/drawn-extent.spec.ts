import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { drawnExtent, type Extent } from './drawn-extent';
import type { GridLayout } from './layout/grid-layout';

const WINDOW_PX = 800;
/** More than it takes to draw all that is wanted. */
const MANY_FRAMES = 30;

let asked: (() => void)[];
beforeEach(() => {
  jest.useFakeTimers();
  asked = [];
  const ask = (callback: () => void) => asked.push(callback);
  jest.spyOn(window, 'requestAnimationFrame').mockImplementation(ask as typeof requestAnimationFrame);
  Object.assign(window, { requestIdleCallback: ask });
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  Reflect.deleteProperty(window, 'requestIdleCallback');
});

function layoutOf(moved: number | null = 0, height = 10_000): GridLayout {
  return { rows: [{ first: 0, top: 0, height, heading: null, boxes: [] }], height, moved };
}

/** A grid of which the window shows what begins at `top`, with one picture that comes when it is told to. */
async function show({ top = 0, height = 10_000 } = {}) {
  const picture = Promise.withResolvers<void>();
  const image = document.createElement('img');
  image.decode = () => picture.promise;
  const element = document.createElement('div');
  element.append(image);
  const layout = signal(layoutOf(0, height));
  const view = signal<Extent>({ top, bottom: top + WINDOW_PX });
  const drawn = TestBed.runInInjectionContext(() => drawnExtent(element, layout, view));
  const settle = async () => {
    for (let time = 0; time < 2; time++) {
      TestBed.tick();
      // What waits for a picture does so over some turns.
      for (let turn = 0; turn < 20; turn++) await undefined;
    }
  };
  const frames = async (count: number) => {
    for (let frame = 0; frame < count; frame++) {
      for (const callback of asked.splice(0)) callback();
      await settle();
    }
  };
  await settle();
  return {
    ...drawn,
    frames,
    wait: async (ms: number) => {
      await jest.advanceTimersByTimeAsync(ms);
      await settle();
    },
    comePicture: async () => {
      picture.resolve();
      await settle();
    },
    scrollTo: async (to: number) => {
      view.set({ top: to, bottom: to + WINDOW_PX });
      await settle();
    },
    layOut: async (moved: number | null, to: number) => {
      layout.set(layoutOf(moved));
      view.set({ top: to, bottom: to + WINDOW_PX });
      await settle();
    },
  };
}

async function showAll(options: { top?: number } = {}) {
  const grid = await show(options);
  await grid.comePicture();
  await grid.frames(MANY_FRAMES);
  return grid;
}

test('at first the top of the window is drawn, and once its pictures are there a little more with each frame', async () => {
  const { tiles, pictures, frames, comePicture } = await show();
  await frames(MANY_FRAMES);
  expect(tiles()).toEqual({ top: 0, bottom: 200 });
  await comePicture();
  await frames(1);
  expect(tiles()).toEqual({ top: 0, bottom: 300 });
  await frames(1);
  expect(tiles()).toEqual({ top: 0, bottom: 400 });
  expect(pictures()).toEqual(tiles());
});

test('what is in sight waits for no picture that is long in coming', async () => {
  const { tiles, frames, wait } = await show();
  await wait(60);
  await frames(1);
  expect(tiles()).toEqual({ top: 0, bottom: 300 });
});

test('what is around the window waits for the pictures in it', async () => {
  const { tiles, frames, wait, comePicture } = await show({ top: 2000 });
  for (let part = 0; part < 10; part++) {
    await wait(60);
    await frames(1);
  }
  expect(tiles()).toEqual({ top: 2000, bottom: 2800 });
  await comePicture();
  await frames(MANY_FRAMES);
  expect(tiles()).toEqual({ top: 1200, bottom: 3600 });
});

test('it ends where the grid has nothing more to draw', async () => {
  const { tiles, frames, comePicture } = await show({ top: -300, height: 350 });
  await comePicture();
  await frames(MANY_FRAMES);
  expect(tiles()).toEqual({ top: -300, bottom: 400 });
});

test('of a grid that ends in the window, what is above the window is drawn too', async () => {
  const { tiles, frames, comePicture } = await show({ top: 1000, height: 1500 });
  await frames(MANY_FRAMES);
  await comePicture();
  await frames(MANY_FRAMES);
  expect(tiles().top).toBe(200);
});

test('who scrolls has a little more drawn with each frame, and what is left behind is let go', async () => {
  const { tiles, pictures, frames, scrollTo } = await showAll({ top: 2000 });
  await scrollTo(2400);
  expect(pictures()).toEqual({ top: 1600, bottom: 3600 });
  await frames(1);
  expect(pictures()).toEqual({ top: 1600, bottom: 3700 });
  await frames(MANY_FRAMES);
  expect(tiles()).toEqual({ top: 1600, bottom: 4000 });
});

test('who scrolls before the pictures have come does not wait for them', async () => {
  const { pictures, frames, scrollTo } = await show({ top: 2000 });
  await frames(MANY_FRAMES);
  await scrollTo(2400);
  await frames(MANY_FRAMES);
  expect(pictures()).toEqual({ top: 1600, bottom: 4000 });
});

test('who rushes past sees tiles without pictures, until the rush is over', async () => {
  const { tiles, pictures, frames, scrollTo } = await showAll({ top: 2000 });
  for (const top of [5000, 8000]) {
    await scrollTo(top);
    expect(pictures()).toEqual({ top, bottom: top + 200 });
    expect(tiles()).toEqual({ top, bottom: top + WINDOW_PX });
    await frames(1);
  }
  await frames(MANY_FRAMES);
  expect(pictures()).toEqual({ top: 7200, bottom: 9600 });
});

test('after a jump it begins anew', async () => {
  const { tiles, layOut } = await showAll({ top: 2000 });
  await layOut(null, 2000);
  expect(tiles()).toEqual({ top: 2000, bottom: 2200 });
});

test('a window that is measured a little off where it was foretold is not scrolled', async () => {
  const { tiles, pictures, scrollTo, layOut } = await showAll({ top: 2000 });
  await layOut(null, 2000);
  await scrollTo(1850);
  expect(pictures()).toEqual({ top: 2000, bottom: 2200 });
  expect(tiles()).toEqual(pictures());
});

test('what is drawn moves with its rows', async () => {
  const { tiles, layOut } = await showAll({ top: 2000 });
  await layOut(3000, 5000);
  expect(tiles()).toEqual({ top: 4200, bottom: 6600 });
});
