import { Injectable, signal } from '@angular/core';

/** Whether the browser has a network at all; a server that is away is another matter. */
@Injectable({ providedIn: 'root' })
export class Connection {
  readonly #isOnline = signal(navigator.onLine);

  readonly isOnline = this.#isOnline.asReadonly();

  constructor() {
    addEventListener('online', () => this.#isOnline.set(true));
    addEventListener('offline', () => this.#isOnline.set(false));
  }
}
