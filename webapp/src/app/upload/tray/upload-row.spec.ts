import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import type { Image } from '../../core/api/api-types';
import type { UploadState } from '../queue/upload-entry';
import type { HoldReason } from '../queue/upload-holds';
import { UploadQueue } from '../queue/upload-queue';
import { UploadRow } from './upload-row';

const state = signal<UploadState>({ phase: 'waiting' });
const holdReason = signal<HoldReason | null>(null);
const entry = {
  ...{
    id: '1',
    name: 'sea.jpg',
    bytes: 2_000_000,
    contentType: 'image/jpeg',
    lastModified: 1,
    file: null,
    film: null,
    state,
    isCancelledTooLate: false,
  },
};
let deeds: string[];
let row: HTMLElement;

beforeEach(async () => {
  deeds = [];
  state.set({ phase: 'waiting' });
  holdReason.set(null);
  const queue = {
    holdReason,
    retry: (id: string) => deeds.push(`retry ${id}`),
    cancel: (ids: string[]) => deeds.push(`cancel ${ids}`),
  };
  TestBed.configureTestingModule({ providers: [{ provide: UploadQueue, useValue: queue }] });
  const fixture = TestBed.createComponent(UploadRow);
  fixture.componentRef.setInput('entry', entry);
  await fixture.whenStable();
  row = fixture.nativeElement;
});

async function show(next: UploadState): Promise<void> {
  state.set(next);
  TestBed.tick();
}

const status = () => row.querySelector('.status')?.textContent;
const button = (label: string) => row.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`);
const image = (trashedAt: string | null) =>
  ({ trashedAt, thumbnails: [{ width: 320, height: 200, url: 'https://storage.test/320.webp' }] }) as Image;

test('an upload shows how far it is, to everybody', async () => {
  await show({ phase: 'uploading', sentBytes: 860_000 });
  expect(status()).toBe('Uploading 43% of 2.0 MB');
  expect(row.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('43');
  expect(row.querySelector('[role=progressbar]')?.getAttribute('aria-label')).toBe('Upload of sea.jpg');
});

test('an upload that is held back says by what', async () => {
  holdReason.set('offline');
  await show({ phase: 'uploading', sentBytes: 860_000 });
  expect(status()).toBe('Waiting for the connection');
});

test('a file that is not sent yet can be cancelled', async () => {
  button('Cancel sea.jpg')?.click();
  expect(deeds).toEqual(['cancel 1']);
  await show({ phase: 'processing' });
  expect(button('Cancel sea.jpg')).toBeNull();
});

test('a failed file shows its sentence, and can be tried again where that may help', async () => {
  await show({ phase: 'failed', message: 'Your gallery is full.', remedy: 'send-again' });
  expect(status()).toBe('Your gallery is full.');
  button('Try sea.jpg again')?.click();
  expect(deeds).toEqual(['retry 1']);
  await show({ phase: 'failed', message: 'This file is not an image.', remedy: null });
  expect(button('Try sea.jpg again')).toBeNull();
});

test('a file that is there shows its real thumbnail', async () => {
  await show({ phase: 'ready', image: image(null) });
  expect(status()).toBe('In your gallery');
  expect(row.querySelector('img')?.src).toBe('https://storage.test/320.webp');
});

test('a duplicate says where it is', async () => {
  await show({ phase: 'duplicate', image: image(null) });
  expect(status()).toBe('Already in your gallery');
  await show({ phase: 'duplicate', image: image('2026-11-23T06:00:00Z') });
  expect(status()).toBe('Already in your trash');
});
