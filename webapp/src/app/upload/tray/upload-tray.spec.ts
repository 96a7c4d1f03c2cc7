import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { EMPTY_TALLY, type Tally } from '../queue/tally';
import type { UploadEntry } from '../queue/upload-entry';
import { UploadQueue } from '../queue/upload-queue';
import { UploadTray } from './upload-tray';

const tally = signal<Tally>(EMPTY_TALLY);
const deeds = {
  retryFailed: jest.fn(),
  clearFinished: jest.fn(),
  cancelAll: jest.fn(),
  wouldLoseFiles: jest.fn(),
};
let tray: HTMLElement;

beforeEach(async () => {
  jest.clearAllMocks();
  tally.set(EMPTY_TALLY);
  const queue = { ...deeds, tally, entries: signal<UploadEntry[]>([]), holdReason: signal(null) };
  TestBed.configureTestingModule({ providers: [{ provide: UploadQueue, useValue: queue }] });
  const fixture = TestBed.createComponent(UploadTray);
  await fixture.whenStable();
  tray = fixture.nativeElement;
});

function show(phases: Partial<Tally['phases']>, change: Partial<Tally> = {}): void {
  const files = Object.values(phases).reduce((sum, count) => sum + count, 0);
  tally.set({ ...EMPTY_TALLY, files, phases: { ...EMPTY_TALLY.phases, ...phases }, ...change });
  TestBed.tick();
}

afterEach(() => {
  jest.useRealTimers();
});

const buttons = () => [...tray.querySelectorAll('footer button')].map((button) => button.textContent?.trim());

test('without files there is no tray', () => {
  expect(tray.querySelector('section')).toBeNull();
});

test('the headline and a line show how far all of it is', () => {
  show({ uploading: 2 }, { bytes: 200, sentBytes: 50 });
  expect(tray.querySelector('.headline')?.textContent).toContain('Uploading 2 photographs, 25%');
  expect(tray.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25');
  expect(buttons()).toEqual(['Cancel all']);
});

test('trying again is offered only where it may help', () => {
  show({ failed: 1, ready: 1 });
  expect(buttons()).toEqual(['Clear finished']);
  show({ failed: 1, ready: 1 }, { retryable: 1 });
  expect(buttons()).toEqual(['Try failed again', 'Clear finished']);
});

test('the list folds away under its headline', () => {
  show({ waiting: 1 });
  const headline = tray.querySelector<HTMLButtonElement>('.headline');
  expect(headline?.getAttribute('aria-expanded')).toBe('true');
  headline?.click();
  TestBed.tick();
  expect(headline?.getAttribute('aria-expanded')).toBe('false');
  expect(tray.querySelector('#upload-list')).toBeNull();
});

test('a screen reader hears how it goes now and then, and not with every file', () => {
  jest.useFakeTimers();
  const announced = () => tray.querySelector('[aria-live=polite]')?.textContent;
  show({ uploading: 3, ready: 1 });
  jest.advanceTimersByTime(2000);
  show({ uploading: 2, ready: 2 });
  expect(announced()).toBe('');
  jest.advanceTimersByTime(1000);
  TestBed.tick();
  expect(announced()).toBe('2 of 4 uploaded');
});

test('leaving the page is questioned only where files would be lost', () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  deeds.wouldLoseFiles.mockReturnValue(false);
  expect(leave()).toBe(false);
  deeds.wouldLoseFiles.mockReturnValue(true);
  expect(leave()).toBe(true);
});
