import { effect, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import type { EventSourceClient, EventSourceMessage, EventSourceOptions } from 'eventsource-client';
import { fromEvent, Subject } from 'rxjs';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import { leaveEndedSession } from '../session/leave-ended-session';
import { SessionStore } from '../session/session-store';
import { type ImageChange, parseImageChange } from './image-change';

/** What happens to the member's own images, pushed by the API for as long as somebody is signed in. */
@Injectable({ providedIn: 'root' })
export class ImageEvents {
  readonly #url = `${inject(RUNTIME_CONFIG).apiUrl}/events`;
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #changes = new Subject<ImageChange>();
  readonly #reconnections = new Subject<void>();
  readonly #networkReturns = signal(0);
  /** The token of the last connection that stood. */
  #heardToken = '';

  /** An observable and not a signal, because a signal would keep only the last of several quick changes. */
  readonly changes = this.#changes.asObservable();

  /** After a break in the connection: changes may have been missed, so what is shown has to be asked for again. */
  readonly reconnections = this.#reconnections.asObservable();

  constructor() {
    effect((onCleanup) => {
      const token = this.#session.token();
      // A connection that ended without a word would be missed late, so the network's return makes a new one.
      this.#networkReturns();
      if (token !== null) onCleanup(this.#listen(token));
    });
    const networkReturns = fromEvent(window, 'online').pipe(takeUntilDestroyed());
    networkReturns.subscribe(() => {
      this.#networkReturns.update((returns) => returns + 1);
      if (!this.#session.isSignedIn()) this.#reconnections.next();
    });
  }

  /** @returns stops listening */
  #listen(token: string): () => void {
    let source: EventSourceClient | undefined;
    let isStopped = false;
    // Only members listen, so only they fetch what it takes. Where that fails, the network's return tries again.
    import('eventsource-client').then(
      ({ createEventSource }) => {
        if (!isStopped) source = createEventSource(this.#connection(token));
      },
      () => undefined,
    );
    return () => {
      isStopped = true;
      source?.close();
    };
  }

  #connection(token: string): EventSourceOptions {
    return {
      url: new URL(this.#url, document.baseURI),
      headers: { authorization: `Bearer ${token}` },
      fetch: async (url, init) => {
        const response = await fetch(url, init as RequestInit);
        if (response.status === 401 && token === this.#session.token()) {
          leaveEndedSession(this.#session, this.#router);
        }
        // The client takes any answer for a connection; only thrown errors make it try again.
        if (!response.ok) throw new Error(`Expected the event stream but got status ${response.status}`);
        return response;
      },
      onConnect: () => {
        if (this.#heardToken === token) this.#reconnections.next();
        this.#heardToken = token;
      },
      onMessage: (message) => this.#publish(message),
    };
  }

  #publish(message: EventSourceMessage): void {
    const change = parseImageChange(message.event, message.data);
    if (change) this.#changes.next(change);
  }
}
