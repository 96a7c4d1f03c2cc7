import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, expect, test } from '@jest/globals';
import { testImage } from '../core/api/testing/image';
import { GalleryTile } from './gallery-tile';

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }])] });
});

async function show(inputs: Record<string, unknown>) {
  const fixture = TestBed.createComponent(GalleryTile);
  const picks: { isRange: boolean }[] = [];
  fixture.componentInstance.pick.subscribe((pick) => picks.push(pick));
  for (const [name, value] of Object.entries({ image: testImage(1), width: 200, ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const click = async (selector: string, init: MouseEventInit = {}) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
    element.querySelector(selector)!.dispatchEvent(event);
    await fixture.whenStable();
  };
  const set = async (name: string, value: unknown) => {
    fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
  };
  return { element, picks, click, set, url: () => TestBed.inject(Router).url };
}

test('a click opens the image over its page', async () => {
  const { click, picks, url } = await show({ canPick: true });
  await click('a');
  expect(url()).toBe(`/${testImage(1).id}`);
  expect(picks).toEqual([]);
});

test('while picking a click picks instead', async () => {
  const { click, picks, url } = await show({ canPick: true, isPicking: true });
  await click('mf-picture');
  expect(picks).toEqual([{ isRange: false }]);
  expect(url()).toBe('/');
});

test('with Shift a click picks a stretch', async () => {
  const { click, picks } = await show({ canPick: true });
  await click('a', { shiftKey: true });
  expect(picks).toEqual([{ isRange: true }]);
});

test('an image of somebody else opens even while picking', async () => {
  const { click, picks, element } = await show({ canPick: false, isPicking: true });
  await click('a');
  expect(picks).toEqual([]);
  expect(element.querySelector('[role=checkbox]')).toBeNull();
});

test('a failed image says why and can be tried again', async () => {
  const failure = { reason: 'broken', message: 'It ends in the middle.', canRetry: true };
  const { element } = await show({ canPick: true, image: testImage(1, { status: 'failed', failure }) });
  expect(element.textContent).toMatch(/It ends in the middle\./);
  expect(element.querySelector('button')!.textContent).toBe('Retry');
});

test('an image that can never work offers no retry', async () => {
  const failure = { reason: 'not-an-image', message: 'This is a text.', canRetry: false };
  const { element } = await show({ canPick: true, image: testImage(1, { status: 'failed', failure }) });
  expect(element.textContent).not.toMatch(/Retry/);
});

test('an image that is only there to be picked is no link', async () => {
  const { element, click, picks, url } = await show({ canPick: true, isPicking: true, isChoice: true });
  expect(element.querySelector('a')).toBeNull();
  await click('[role=checkbox]', { shiftKey: true });
  expect([picks, url()]).toEqual([[{ isRange: true }], '/']);
});

test('a private image says so to its owner where public ones are the rule', async () => {
  const { element } = await show({ canPick: true, marked: 'private' });
  expect(element.querySelector('a')?.getAttribute('aria-label')).toBe('Picture 1, private');
});

test('what goes past is a link in its colour, and is whole from when it is looked at', async () => {
  const image = testImage(1, { thumbnails: [{ width: 320, height: 213, url: '/small' }] });
  const { element, set } = await show({ image, canPick: true, isPassing: true });
  const drawn = () =>
    ['a', 'img', '.name', '[role=checkbox]'].map((part) => element.querySelector(part) !== null);
  expect(drawn()).toEqual([true, false, false, false]);
  await set('isPassing', false);
  expect(drawn()).toEqual([true, true, true, true]);
  await set('isPassing', true);
  expect(drawn()).toEqual([true, true, true, true]);
});
