import {
  Component,
  input,
  inputBinding,
  output,
  outputBinding,
  signal,
  ViewContainerRef,
  viewChild,
} from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { showLate } from './show-late';

@Component({ selector: 'mf-bar', template: '<button (click)="press.emit(1)">{{ count() }}</button>' })
class Bar {
  readonly count = input.required<number>();
  readonly press = output<number>();
}

const isWanted = signal(false);
const count = signal(1);
let loads: { resolve: (bar: typeof Bar) => void; reject: (reason: unknown) => void }[];
let pressed: number[];
let page: ComponentFixture<unknown>;

@Component({ selector: 'mf-page', template: '<ng-container #place />' })
class Page {
  protected readonly place = viewChild('place', { read: ViewContainerRef });

  constructor() {
    const load = () => {
      const { promise, ...ends } = Promise.withResolvers<typeof Bar>();
      loads.push(ends);
      return promise;
    };
    showLate(this.place, isWanted, load, [
      inputBinding('count', count),
      outputBinding<number>('press', (value) => pressed.push(value)),
    ]);
  }
}

const shown = () => page.nativeElement.querySelector('button') as HTMLButtonElement | null;

beforeEach(async () => {
  isWanted.set(false);
  loads = [];
  pressed = [];
  page = TestBed.createComponent(Page);
  await page.whenStable();
});

/** Until the code that came is shown, and nothing is left to be drawn. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await page.whenStable();
}

async function want(): Promise<void> {
  isWanted.set(true);
  await page.whenStable();
}

test('nothing is fetched before it is wanted; then it is shown and lives like any other', async () => {
  expect(loads).toHaveLength(0);
  await want();
  loads[0]!.resolve(Bar);
  await settle();
  expect(shown()?.textContent).toBe('1');
  count.set(2);
  await page.whenStable();
  expect(shown()?.textContent).toBe('2');
  shown()?.click();
  expect(pressed).toEqual([1]);
  isWanted.set(false);
  await page.whenStable();
  expect(shown()).toBeNull();
});

test('what is wanted no longer when it comes is not shown', async () => {
  await want();
  isWanted.set(false);
  await page.whenStable();
  loads[0]!.resolve(Bar);
  await settle();
  expect(shown()).toBeNull();
});

test('what did not come is asked for again the next time', async () => {
  await want();
  loads[0]!.reject(new TypeError('Failed to fetch'));
  isWanted.set(false);
  await page.whenStable();
  await want();
  expect(loads).toHaveLength(2);
});
