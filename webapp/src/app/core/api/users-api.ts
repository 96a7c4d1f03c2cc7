import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { lastValueFrom } from 'rxjs';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import type { SessionAnswer, User, UserPatch } from './api-types';

/** `/api/users` and `/api/sessions`. Every method rejects with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class UsersApi {
  readonly #http = inject(HttpClient);
  readonly #url = inject(RUNTIME_CONFIG).apiUrl;

  signUp(member: { email: string; password: string; displayName: string }): Promise<SessionAnswer> {
    return lastValueFrom(this.#http.post<SessionAnswer>(`${this.#url}/users`, member));
  }

  signIn(credentials: { email: string; password: string }): Promise<SessionAnswer> {
    return lastValueFrom(this.#http.post<SessionAnswer>(`${this.#url}/sessions`, credentials));
  }

  async signOut(): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/sessions/current`));
  }

  me(): Promise<User> {
    return lastValueFrom(this.#http.get<User>(`${this.#url}/users/me`));
  }

  patchMe(patch: UserPatch): Promise<User> {
    return lastValueFrom(this.#http.patch<User>(`${this.#url}/users/me`, patch));
  }

  /** Removes the account and every image of it. */
  async leave(password: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/users/me`, { body: { password } }));
  }
}
