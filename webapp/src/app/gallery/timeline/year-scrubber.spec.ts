import { TestBed } from '@angular/core/testing';
import { expect, test } from '@jest/globals';
import { YearScrubber } from './year-scrubber';

const MONTHS = ['2024-05', '2024-02', '2023-12', '2023-01', '2020-07'];

async function show(current: string | null) {
  const fixture = TestBed.createComponent(YearScrubber);
  const jumps: string[] = [];
  const { promise: jumped, resolve: tellJump } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  fixture.componentRef.setInput('jump', (month: string) => {
    jumps.push(month);
    tellJump();
    return arrived;
  });
  const set = async (month: string | null) => {
    fixture.componentRef.setInput('current', month);
    await fixture.whenStable();
  };
  fixture.componentRef.setInput('months', MONTHS);
  await set(current);
  const slider = (fixture.nativeElement as HTMLElement).querySelector('[role=slider]')!;
  const press = async (key: string) => {
    slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  };
  return { slider, set, press, jumps, jumped, arrive, text: () => slider.getAttribute('aria-valuetext') };
}

test('it tells the month in sight, or the one before where it has none of its own', async () => {
  const { slider, set, text } = await show('2023-12');
  expect([text(), slider.getAttribute('aria-valuenow')]).toEqual(['December 2023', '2']);
  await set('2023-11');
  expect(text()).toBe('January 2023');
});

test.each([
  ['ArrowDown', '2023-12', 'January 2023'],
  ['ArrowUp', '2023-12', 'February 2024'],
  ['PageDown', '2024-02', 'December 2023'],
  ['PageDown', '2020-07', 'July 2020'],
  ['PageUp', '2020-07', 'December 2023'],
  ['PageUp', '2024-02', 'May 2024'],
  ['End', '2024-05', 'July 2020'],
  ['Home', '2020-07', 'May 2024'],
])('%s leads from %s to %s', async (key, from, to) => {
  const { press, text } = await show(from);
  await press(key);
  expect(text()).toBe(to);
});

test('keys in quick succession are one jump, to where they end', async () => {
  const { press, jumps, jumped } = await show('2024-05');
  await press('ArrowDown');
  await press('ArrowDown');
  expect(jumps).toEqual([]);
  await jumped;
  expect(jumps).toEqual(['2023-12']);
});

test('it stays where it was moved to until the page has moved there, and on', async () => {
  const { press, set, text, jumped, arrive } = await show('2024-05');
  await press('End');
  await jumped;
  await set('2024-02');
  expect(text()).toBe('July 2020');
  arrive();
  await set('2020-07');
  await set('2023-01');
  expect(text()).toBe('January 2023');
});

test('a page that arrives where an earlier key led does not undo the keys since', async () => {
  const { press, set, text, jumps, jumped, arrive } = await show('2024-05');
  await press('ArrowDown');
  await jumped;
  await press('ArrowDown');
  arrive();
  await set('2024-02');
  expect(text()).toBe('December 2023');
  await press('ArrowDown');
  expect(text()).toBe('January 2023');
  expect(jumps).toEqual(['2024-02']);
});
