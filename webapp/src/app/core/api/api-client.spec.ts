import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import { SessionStore } from '../session/session-store';
import { ApiClient } from './api-client';

const user = {
  id: 'u',
  email: 'ada@example.org',
  displayName: 'Ada',
  isAdmin: false,
  createdAt: '2026-11-01T10:00:00.000Z',
  usage: { images: 0, bytes: 0, maxBytes: 1 },
};
const realFetch = globalThis.fetch;
let asked: { url: string; method: string; headers: Headers; body: unknown }[];
let answer: { status: number; text: string; retryAfter?: string } | 'none';

beforeEach(() => {
  localStorage.clear();
  asked = [];
  answer = { status: 200, text: '{}' };
  // jsdom has no Response.
  globalThis.fetch = (async (url: string, { method, headers, body }: RequestInit) => {
    asked.push({ url, method: method!, headers: headers as Headers, body });
    if (answer === 'none') throw new TypeError('Failed to fetch');
    const { status, text, retryAfter = null } = answer;
    return { ok: status < 300, status, text: async () => text, headers: { get: () => retryAfter } };
  }) as unknown as typeof fetch;
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: RUNTIME_CONFIG, useValue: { apiUrl: '/api' } },
    ],
  });
});

afterEach(() => {
  globalThis.fetch = realFetch;
});

const signIn = () =>
  TestBed.inject(SessionStore).begin({ token: 'secret', expiresAt: '2999-01-01T00:00:00.000Z', user });

test('a member’s token goes along, a visitor has none', async () => {
  await TestBed.inject(ApiClient).get('/images');
  signIn();
  await TestBed.inject(ApiClient).get('/images');
  expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([null, 'Bearer secret']);
});

test('words to search for are encoded, and what is not asked for is left out', async () => {
  await TestBed.inject(ApiClient).get('/images', { q: 'a&b=c d', limit: 50, cursor: undefined });
  expect(asked[0]!.url).toBe('/api/images?q=a%26b%3Dc+d&limit=50');
});

test('what is sent and what is answered is JSON', async () => {
  answer = { status: 201, text: '{"id":"i"}' };
  expect(await TestBed.inject(ApiClient).post('/images', { bytes: 1 })).toEqual({ id: 'i' });
  expect(asked[0]).toMatchObject({ method: 'POST', body: '{"bytes":1}' });
  expect(asked[0]!.headers.get('content-type')).toBe('application/json');
});

test('an answer without a body is no error', async () => {
  answer = { status: 204, text: '' };
  await TestBed.inject(ApiClient).delete('/images/i');
  expect(asked[0]).toMatchObject({ method: 'DELETE', body: undefined });
});

test('a token that the API no longer knows signs out and leads to signing in', async () => {
  signIn();
  answer = { status: 401, text: '{"message":"Unknown token."}' };
  await expect(TestBed.inject(ApiClient).get('/images')).rejects.toMatchObject({ statusCode: 401 });
  expect(TestBed.inject(SessionStore).isSignedIn()).toBe(false);
  const router = TestBed.inject(Router);
  const navigation = router.currentNavigation()!;
  await router.navigateByUrl(navigation.finalUrl ?? navigation.initialUrl);
  expect(router.url).toMatch(/^\/sign-in\?next=/);
});

test('a refused password ends no session', async () => {
  answer = { status: 401, text: '{"message":"wrong"}' };
  const signingIn = TestBed.inject(ApiClient).post('/sessions', {});
  signIn();
  await expect(signingIn).rejects.toMatchObject({ message: 'Wrong.', statusCode: 401 });
  expect(TestBed.inject(SessionStore).isSignedIn()).toBe(true);
});

test('other refusals end no session, and arrive as sentences', async () => {
  signIn();
  answer = { status: 403, text: '{"message":"this is not your password"}' };
  const asking = TestBed.inject(ApiClient).get('/users/me');
  await expect(asking).rejects.toMatchObject({ message: 'This is not your password.', statusCode: 403 });
  expect(TestBed.inject(SessionStore).isSignedIn()).toBe(true);
});

test('where nothing answers, that is said', async () => {
  answer = 'none';
  await expect(TestBed.inject(ApiClient).get('/images')).rejects.toMatchObject({ code: 'no-answer' });
});

test('how long the API asks to wait is heard', async () => {
  answer = { status: 429, text: '<html>', retryAfter: '7' };
  await expect(TestBed.inject(ApiClient).get('/images')).rejects.toMatchObject({ retryAfterSeconds: 7 });
});
