import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import { SessionStore } from '../session/session-store';
import { ImageEvents } from './image-events';

const token = signal<string | null>(null);
let asked: string[];
let reconnections: number;
let status: number;
const end = () => token.set(null);
const realFetch = globalThis.fetch;

beforeEach(() => {
  asked = [];
  reconnections = 0;
  status = 200;
  token.set(null);
  // A stream that stands until it is aborted.
  globalThis.fetch = jest.fn<typeof fetch>(async (_url, init) => {
    asked.push(new Headers(init?.headers).get('authorization') ?? '');
    const body = { getReader: () => ({ read: () => new Promise(() => undefined) }) };
    return { ok: status === 200, status, body } as unknown as Response;
  });
  TestBed.configureTestingModule({
    providers: [
      { provide: RUNTIME_CONFIG, useValue: { apiUrl: '/api' } },
      { provide: SessionStore, useValue: { token, isSignedIn: () => token() !== null, end } },
      provideRouter([{ path: '**', children: [] }]),
    ],
  });
  TestBed.inject(ImageEvents).reconnections.subscribe(() => {
    reconnections += 1;
  });
});

afterEach(() => {
  globalThis.fetch = realFetch;
});

async function settle(): Promise<void> {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
}

test('a member is listened for again when the network is back, and that is told', async () => {
  token.set('ada');
  await settle();
  expect([asked, reconnections]).toEqual([['Bearer ada'], 0]);
  dispatchEvent(new Event('online'));
  await settle();
  expect([asked, reconnections]).toEqual([['Bearer ada', 'Bearer ada'], 1]);
});

test('another member’s first connection is no reconnection', async () => {
  token.set('ada');
  await settle();
  token.set('bob');
  await settle();
  expect([asked, reconnections]).toEqual([['Bearer ada', 'Bearer bob'], 0]);
});

test('a session that has ended leads to signing in', async () => {
  status = 401;
  token.set('ada');
  await settle();
  await settle();
  expect([token(), TestBed.inject(Router).url]).toEqual([null, '/sign-in?next=%2F']);
});

test('a visitor is told of the network’s return too', async () => {
  await settle();
  dispatchEvent(new Event('online'));
  await settle();
  expect([asked, reconnections]).toEqual([[], 1]);
});
