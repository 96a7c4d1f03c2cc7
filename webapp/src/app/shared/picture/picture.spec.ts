import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { testImage } from '../../core/api/testing/image';
import { Picture } from './picture';

const thumbnails = [
  { width: 320, height: 213, url: '/small' },
  { width: 640, height: 427, url: '/large' },
];
const image = testImage(1, { thumbnails, thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI' });

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

async function show(inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(Picture);
  const settle = async () => {
    await jest.advanceTimersByTimeAsync(0);
    fixture.detectChanges();
  };
  const wait = async () => {
    await jest.runAllTimersAsync();
    fixture.detectChanges();
  };
  let broken = 0;
  fixture.componentInstance.broken.subscribe(() => broken++);
  const set = async (inputs: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await settle();
  };
  await set({ image, width: 200, ...inputs });
  const element = fixture.nativeElement as HTMLElement;
  const picture = () => element.querySelector('img');
  const happen = async (kind: string) => {
    picture()!.dispatchEvent(new Event(kind));
    await settle();
  };
  return { element, picture, happen, set, wait, brokenCount: () => broken };
}

test('a picture that is waited for has its placeholder meanwhile, and is faded over it', async () => {
  const { element, picture, happen, wait } = await show();
  expect(element.style.backgroundColor).toMatch(/^rgb/);
  await wait();
  expect(element.style.backgroundImage).toMatch(/^url\("?data:image\/png/);
  expect(picture()!.classList).not.toContain('loaded');
  await happen('load');
  expect([...picture()!.classList]).toEqual(['loaded']);
});

test('a picture that comes at once is shown at once, over its colour alone', async () => {
  const { element, picture, happen, wait } = await show();
  await happen('load');
  expect([...picture()!.classList].sort()).toEqual(['loaded', 'sudden']);
  await wait();
  expect(element.style.backgroundImage).toBe('');
});

test('a picture that was fetched before is shown without its load being heard of', async () => {
  const complete = jest.spyOn(HTMLImageElement.prototype, 'complete', 'get').mockReturnValue(true);
  const width = jest.spyOn(HTMLImageElement.prototype, 'naturalWidth', 'get').mockReturnValue(320);
  const { picture } = await show();
  expect([...picture()!.classList].sort()).toEqual(['loaded', 'sudden']);
  complete.mockRestore();
  width.mockRestore();
});

test('the browser chooses among the renditions by the width on the page', async () => {
  const { picture } = await show();
  expect(picture()!.getAttribute('srcset')).toBe('/small 320w, /large 640w');
  expect(picture()!.getAttribute('sizes')).toBe('(min-resolution: 1.5x) 160px, 200px');
});

test('a change of the title does not fade the picture in again', async () => {
  const { picture, happen, set } = await show();
  await happen('load');
  await set({ image: { ...image, title: 'Harbour' } });
  expect(picture()!.classList).toContain('loaded');
});

test('a picture that did not load is asked for again when its image is renewed', async () => {
  const { picture, happen, set, brokenCount } = await show();
  await happen('error');
  expect(picture()).toBeNull();
  expect(brokenCount()).toBe(1);
  await set({ image: { ...image } });
  expect(picture()).not.toBeNull();
});

test('a broken placeholder is none', async () => {
  const { element, set, wait } = await show();
  await set({ image: { ...image, thumbhash: '%%%' } });
  await wait();
  expect(element.style.backgroundImage).toBe('none');
});

test('a picture that is not wanted is not fetched, and has no placeholder made', async () => {
  const { element, picture, wait } = await show({ isWanted: false });
  await wait();
  expect(picture()).toBeNull();
  expect(element.style.backgroundColor).toMatch(/^rgb/);
  expect(element.style.backgroundImage).toBe('');
});
