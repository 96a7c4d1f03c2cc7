import { Injectable, signal } from '@angular/core';

/** A sentence or two. */
const READING_MS = 5_000;

export interface Notice {
  /** A sentence. */
  text: string;
  /** How long it stays. By default long enough to read it or, with a button, until that is pressed or another comes. */
  durationMs?: number;
  /** A button beside the sentence. Pressing it also takes the notice away. */
  action?: { label: string; run?(): void };
}

/** Sentences at the bottom of the page that say what came of something. The newest takes the place of the one before. */
@Injectable({ providedIn: 'root' })
export class Notices {
  readonly #current = signal<Notice | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly current = this.#current.asReadonly();

  show(notice: Notice): void {
    // Also where it says the same again, it is another one and begins anew.
    this.#current.set({ ...notice });
    this.release();
  }

  /** Keeps the notice for as long as somebody is at it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** Lets its time begin, from the beginning. */
  release(): void {
    this.hold();
    const notice = this.#current();
    const durationMs = notice?.durationMs ?? (notice?.action ? undefined : READING_MS);
    if (durationMs !== undefined) this.#timer = setTimeout(() => this.dismiss(), durationMs);
  }

  dismiss(): void {
    this.hold();
    this.#current.set(null);
  }
}
