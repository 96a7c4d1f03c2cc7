import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, expect, test } from '@jest/globals';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import { errorInterceptor } from '../errors/error-interceptor';
import { authInterceptor } from './auth-interceptor';
import { sessionEndInterceptor } from './session-end-interceptor';
import { SessionStore } from './session-store';

const user = {
  id: 'u',
  email: 'ada@example.org',
  displayName: 'Ada',
  isAdmin: false,
  createdAt: '2026-11-01T10:00:00.000Z',
  usage: { images: 0, bytes: 0, maxBytes: 1 },
};

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      provideHttpClient(withInterceptors([authInterceptor, sessionEndInterceptor, errorInterceptor])),
      provideHttpClientTesting(),
      { provide: RUNTIME_CONFIG, useValue: { apiUrl: '/api' } },
    ],
  });
  TestBed.inject(SessionStore).begin({ token: 'secret', expiresAt: '2999-01-01T00:00:00.000Z', user });
});

function get(url: string) {
  const errors: unknown[] = [];
  TestBed.inject(HttpClient)
    .get(url)
    .subscribe({ error: (error) => errors.push(error) });
  return { request: TestBed.inject(HttpTestingController).expectOne(url), errors };
}

test('the token goes to the API and to nobody else', () => {
  expect(get('/api/images').request.request.headers.get('authorization')).toBe('Bearer secret');
  expect(get('https://bucket.example/o').request.request.headers.has('authorization')).toBe(false);
  expect(get('/apiary').request.request.headers.has('authorization')).toBe(false);
});

test('a token that the API no longer knows signs out and leads to signing in', async () => {
  get('/api/images').request.flush(
    { message: 'Unknown token.' },
    { status: 401, statusText: 'Unauthorized' },
  );
  expect(TestBed.inject(SessionStore).isSignedIn()).toBe(false);
  const router = TestBed.inject(Router);
  await router.navigateByUrl(router.currentNavigation()!.finalUrl ?? router.currentNavigation()!.initialUrl);
  expect(router.url).toMatch(/^\/sign-in\?next=/);
});

test('other refusals end no session, and arrive as sentences', () => {
  const { request, errors } = get('/api/users/me');
  request.flush({ message: 'this is not your password' }, { status: 403, statusText: 'Forbidden' });
  expect(TestBed.inject(SessionStore).isSignedIn()).toBe(true);
  expect(errors).toMatchObject([{ message: 'This is not your password.', statusCode: 403 }]);
});
