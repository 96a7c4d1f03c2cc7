import { Injectable, inject } from '@angular/core';
import { ApiClient } from './api-client';
import type { SessionAnswer, User, UserPatch } from './api-types';

/** `/api/users` and `/api/sessions`. Every method rejects with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class UsersApi {
  readonly #api = inject(ApiClient);

  signUp(member: { email: string; password: string; displayName: string }): Promise<SessionAnswer> {
    return this.#api.post('/users', member);
  }

  signIn(credentials: { email: string; password: string }): Promise<SessionAnswer> {
    return this.#api.post('/sessions', credentials);
  }

  signOut(): Promise<void> {
    return this.#api.delete('/sessions/current');
  }

  me(): Promise<User> {
    return this.#api.get('/users/me');
  }

  patchMe(patch: UserPatch): Promise<User> {
    return this.#api.patch('/users/me', patch);
  }

  /** Removes the account and every image of it. */
  leave(password: string): Promise<void> {
    return this.#api.delete('/users/me', { body: { password } });
  }
}
