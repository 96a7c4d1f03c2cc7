import { effect, Injectable, inject } from '@angular/core';
import { createEventSource, type EventSourceMessage } from 'eventsource-client';
import { Subject } from 'rxjs';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import { SessionStore } from '../session/session-store';
import { type ImageChange, parseImageChange } from './image-change';

/** What happens to the member's own images, pushed by the API for as long as somebody is signed in. */
@Injectable({ providedIn: 'root' })
export class ImageEvents {
  readonly #url = `${inject(RUNTIME_CONFIG).apiUrl}/events`;
  readonly #session = inject(SessionStore);
  readonly #changes = new Subject<ImageChange>();
  readonly #reconnections = new Subject<void>();

  /** An observable and not a signal, because a signal would keep only the last of several quick changes. */
  readonly changes = this.#changes.asObservable();

  /** After a break in the connection: changes may have been missed, so what is shown has to be asked for again. */
  readonly reconnections = this.#reconnections.asObservable();

  constructor() {
    effect((onCleanup) => {
      const token = this.#session.token();
      onCleanup(token === null ? this.#awaitNetwork(() => this.#reconnections.next()) : this.#listen(token));
    });
  }

  /** @returns stops listening */
  #listen(token: string): () => void {
    let connections = 0;
    const source = createEventSource({
      url: new URL(this.#url, document.baseURI),
      headers: { authorization: `Bearer ${token}` },
      fetch: async (url, init) => {
        const response = await fetch(url, init as RequestInit);
        if (response.status === 401) this.#session.end();
        // The client takes any answer for a connection; only thrown errors make it try again.
        if (!response.ok) throw new Error(`Expected the event stream but got status ${response.status}`);
        return response;
      },
      onConnect: () => {
        connections += 1;
        if (connections > 1) this.#reconnections.next();
      },
      onMessage: (message) => this.#publish(message),
    });
    // A connection that ended without a word would be missed late.
    const stopAwaiting = this.#awaitNetwork(() => {
      source.close();
      source.connect();
    });
    return () => {
      stopAwaiting();
      source.close();
    };
  }

  /** @returns stops waiting */
  #awaitNetwork(isBack: () => void): () => void {
    addEventListener('online', isBack);
    return () => removeEventListener('online', isBack);
  }

  #publish(message: EventSourceMessage): void {
    const change = parseImageChange(message.event, message.data);
    if (change) this.#changes.next(change);
  }
}
