import { computed, Injectable, signal } from '@angular/core';
import type { SessionAnswer, User } from '../api/api-types';
import { forgetVisited } from '../offline/visited-caches';
import { readSession, STORAGE_KEY, writeSession } from './stored-session';

/** Who is signed in. Kept over reloads and shared by all tabs of the browser. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  readonly #session = signal<SessionAnswer | null>(readSession(localStorage, Date.now()));

  readonly token = computed(() => this.#session()?.token ?? null);
  readonly user = computed(() => this.#session()?.user ?? null);
  readonly isSignedIn = computed(() => this.#session() !== null);
  readonly isAdmin = computed(() => this.user()?.isAdmin ?? false);

  constructor() {
    addEventListener('storage', (event) => {
      if (event.key === STORAGE_KEY || event.key === null) {
        this.#session.set(readSession(localStorage, Date.now()));
      }
    });
  }

  begin(session: SessionAnswer): void {
    void forgetVisited();
    this.#set(session);
  }

  updateUser(user: User): void {
    const session = this.#session();
    if (session) this.#set({ ...session, user });
  }

  end(): void {
    void forgetVisited();
    this.#set(null);
  }

  #set(session: SessionAnswer | null): void {
    this.#session.set(session);
    writeSession(localStorage, session);
  }
}
