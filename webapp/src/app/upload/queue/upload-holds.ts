import { computed, Injectable, inject, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { filter, firstValueFrom } from 'rxjs';
import { Connection } from '../../core/offline/connection';
import { SessionStore } from '../../core/session/session-store';
import type { UploadGate } from '../transfer/retrying';

export type HoldReason = 'offline' | 'signed-out' | 'busy';

const LONGEST_BUSY_SECONDS = 600;

/** Holds all uploads back while there is no connection, nobody is signed in, or the server asked to wait. */
@Injectable({ providedIn: 'root' })
export class UploadHolds implements UploadGate {
  readonly #session = inject(SessionStore);
  readonly #isOnline = inject(Connection).isOnline;
  readonly #isBusy = signal(false);
  #busyTimer: ReturnType<typeof setTimeout> | undefined;

  readonly reason = computed<HoldReason | null>(() => {
    if (!this.#isOnline()) return 'offline';
    if (!this.#session.isSignedIn()) return 'signed-out';
    return this.#isBusy() ? 'busy' : null;
  });

  readonly #opened = toObservable(this.reason).pipe(filter((reason) => reason === null));

  async opened(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.reason() === null) return;
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
      await Promise.race([firstValueFrom(this.#opened), aborted]);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  closeFor(seconds: number): void {
    this.#isBusy.set(true);
    clearTimeout(this.#busyTimer);
    this.#busyTimer = setTimeout(
      () => this.#isBusy.set(false),
      Math.min(seconds, LONGEST_BUSY_SECONDS) * 1000,
    );
  }
}
