import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { UsersApi } from '../core/api/users-api';
import { ApiError } from '../core/errors/api-error';
import { SessionStore } from '../core/session/session-store';
import SignInPage from './sign-in-page';

const signIn = jest.fn<UsersApi['signIn']>();
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
  signIn.mockReset();
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: '**', children: [] }]), { provide: UsersApi, useValue: { signIn } }],
  });
});

async function fillIn(email: string, password: string) {
  const fixture = TestBed.createComponent(SignInPage);
  fixture.componentRef.setInput('next', '/trash');
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  for (const [name, value] of Object.entries({ email, password })) {
    const field = element.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }
  element.querySelector('form')!.dispatchEvent(new Event('submit'));
  await fixture.whenStable();
  return element;
}

test('signing in leads to where the visitor wanted to go', async () => {
  signIn.mockResolvedValue({ token: 't', expiresAt: '2999-01-01T00:00:00.000Z', user });
  await fillIn('ada@example.org', 'correct horse');
  expect(TestBed.inject(SessionStore).user()?.displayName).toBe('Ada');
  expect(TestBed.inject(Router).url).toBe('/trash');
});

test('a wrong password is said in a sentence that a screen reader hears', async () => {
  signIn.mockRejectedValue(new ApiError('They do not belong together.', 401, 'wrong-credentials'));
  const element = await fillIn('ada@example.org', 'wrong');
  expect(element.querySelector('[role=alert]')!.textContent).toBe('They do not belong together.');
  expect(TestBed.inject(SessionStore).isSignedIn()).toBe(false);
});

test('an address that is none is not sent', async () => {
  const element = await fillIn('ada', 'correct horse');
  expect(signIn).not.toHaveBeenCalled();
  expect(element.querySelector('mat-error')!.textContent).toMatch(/name@example\.org/);
});
