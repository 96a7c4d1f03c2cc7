import { effect, Injectable, inject, type Signal, untracked } from '@angular/core';
import { ImageEvents } from '../../core/events/image-events';
import { SessionStore } from '../../core/session/session-store';
import { newTabId } from '../keeping/tab-id';
import { UploadKeeping } from '../keeping/upload-keeping';
import { pause } from '../transfer/pause';
import type { ChosenFile } from './chosen-file';
import { EntryList, type ListedEntry } from './entry-list';
import { failureOf } from './failure-of';
import { ImageWatch } from './image-watch';
import { Lanes } from './lanes';
import { chosenEntry, restoredEntry } from './new-entry';
import { sendEntry } from './send-entry';
import { stateOfImage } from './state-of-image';
import { isFinished, isUnsent, type UploadEntry, type UploadState } from './upload-entry';
import { UploadHolds } from './upload-holds';
import { CHECKSUM, UPLOAD_TRANSPORT } from './upload-tools';

const FILES_AT_ONCE = 4;

const REMOVED: UploadState = {
  phase: 'failed',
  message: 'This image was removed before its thumbnail was made.',
  remedy: null,
};

/** Every file on its way into the gallery, from the moment it is chosen, whatever page is open. */
@Injectable({ providedIn: 'root' })
export class UploadQueue {
  readonly #transport = inject(UPLOAD_TRANSPORT);
  readonly #checksum = inject(CHECKSUM);
  readonly #holds = inject(UploadHolds);
  readonly #keeping = inject(UploadKeeping);
  readonly #session = inject(SessionStore);
  readonly #list = new EntryList();
  readonly #lanes = new Lanes(FILES_AT_ONCE, (id, signal) => this.#send(id, signal));
  readonly #watch = new ImageWatch(inject(ImageEvents), this.#transport, (id, image) => {
    const entry = this.#list.get(id);
    if (entry && image) this.#settle(entry, stateOfImage(image, false));
    // What is gone while it is being sent will be asked for again.
    else if (entry?.state().phase === 'processing') this.#settle(entry, REMOVED);
  });
  readonly #idPrefix = newTabId();
  #chosenFiles = 0;
  #memberId: string | null = null;

  readonly entries: Signal<readonly UploadEntry[]> = this.#list.entries;
  readonly tally = this.#list.tally;
  readonly holdReason = this.#holds.reason;

  constructor() {
    effect(() => {
      const memberId = this.#session.user()?.id;
      if (memberId !== undefined) untracked(() => void this.#beginFor(memberId));
    });
  }

  /** A file that is in the list and not finished is not listed twice; one whose file was missing goes on with it. */
  add(chosen: readonly ChosenFile[]): void {
    const fresh = chosen.filter((one) => !this.#goOnWith(one));
    const entries = fresh.map((one) => chosenEntry(this.#nextId(), one));
    this.#list.add(entries);
    const admitted = entries.filter(({ file }) => file !== null);
    this.#keeping.keep(admitted, this.#memberId);
    for (const { id } of admitted) this.#lanes.push(id);
  }

  /** Takes a file out that has not arrived; what was sent of it is given up at the server too. */
  cancel(ids: Iterable<string>): void {
    const cancelled = [...ids]
      .flatMap((id) => this.#list.get(id) ?? [])
      .filter(({ state }) => isUnsent(state()));
    for (const { imageId } of cancelled) {
      // Where this fails, the API sweeps the upload away after a day.
      if (imageId !== null) void this.#transport.giveUp(imageId).catch(() => undefined);
    }
    this.#remove(cancelled);
  }

  cancelAll(): void {
    this.cancel(this.entries().map(({ id }) => id));
  }

  retry(id: string): void {
    const entry = this.#list.get(id);
    const state = entry?.state();
    if (!entry || state?.phase !== 'failed') return;
    if (state.remedy === 'resize-again') void this.#resizeAgain(entry);
    if (state.remedy === 'send-again') this.#sendAgain(entry);
  }

  retryFailed(): void {
    for (const { id } of this.entries()) this.retry(id);
  }

  clearFinished(): void {
    this.#remove(this.#list.entries().filter(({ state }) => isFinished(state())));
  }

  /** Whether closing the page now would make somebody choose a file again. */
  wouldLoseFiles(): boolean {
    return this.#list
      .entries()
      .some(({ id, file, state }) => isUnsent(state()) && file !== null && !this.#keeping.hasFile(id));
  }

  #nextId(): string {
    this.#chosenFiles += 1;
    return `${this.#idPrefix}-${this.#chosenFiles}`;
  }

  async #beginFor(memberId: string): Promise<void> {
    if (this.#memberId !== null && this.#memberId !== memberId) this.#remove(this.#list.entries());
    this.#memberId = memberId;
    this.#keeping.assignTo(memberId);
    const claimed = await this.#keeping.claimLeft(memberId);
    if (this.#memberId !== memberId) return;
    const entries = claimed.map(restoredEntry);
    this.#list.add(entries);
    for (const { id, imageId, state } of entries) {
      if (state().phase === 'waiting') this.#lanes.push(id);
      if (state().phase !== 'processing' || imageId === null) continue;
      this.#watch.follow(id, imageId);
      void this.#watch.check(imageId);
    }
  }

  /** @returns whether the file is in the list already */
  #goOnWith(chosen: ChosenFile): boolean {
    const entry = this.#list.find(chosen.file);
    if (!entry || 'refusal' in chosen) return false;
    const state = entry.state();
    if (state.phase !== 'file-needed' && !(state.phase === 'failed' && state.remedy === 'send-again')) {
      return !isFinished(state);
    }
    entry.file = chosen.file;
    this.#keeping.keepFile(entry.id, chosen.file);
    this.#sendAgain(entry);
    return true;
  }

  async #send(id: string, signal: AbortSignal): Promise<void> {
    const entry = this.#list.get(id);
    if (!entry?.file) return;
    try {
      const { image, isDuplicate } = await sendEntry(entry, entry.file, {
        transport: this.#transport,
        checksum: this.#checksum,
        terms: { gate: this.#holds, pause, signal },
        onState: (state) => this.#advance(entry, state),
        onAsked: (imageId) => this.#asked(entry, imageId),
      });
      // Asked before and there now: what came back as a duplicate is this very upload.
      const wasThere = isDuplicate && entry.imageId !== image.id;
      this.#asked(entry, image.id);
      this.#keeping.change(id, { isSent: true });
      this.#advance(entry, stateOfImage(image, wasThere));
    } catch (error) {
      if (!signal.aborted) this.#settle(entry, failureOf(error));
    }
  }

  #asked(entry: ListedEntry, imageId: string): void {
    if (entry.imageId !== imageId) this.#keeping.change(entry.id, { imageId });
    entry.imageId = imageId;
    this.#watch.follow(entry.id, imageId);
  }

  /** The event that an image is ready may come before the answer to its upload. */
  #advance(entry: ListedEntry, state: UploadState): void {
    if (isFinished(entry.state())) return;
    if (isFinished(state)) this.#settle(entry, state);
    else this.#list.setState(entry, state);
    if (state.phase === 'processing') this.#letFileGo(entry);
  }

  #settle(entry: ListedEntry, state: UploadState): void {
    this.#list.setState(entry, state);
    this.#watch.leave(entry.id);
    const needsFile = state.phase === 'failed' && state.remedy === 'send-again';
    if (!needsFile) this.#letFileGo(entry);
    if (state.phase !== 'failed') this.#keeping.forget([entry.id]);
    else this.#keeping.change(entry.id, { failure: { message: state.message, remedy: state.remedy } });
  }

  #letFileGo(entry: ListedEntry): void {
    entry.file = null;
    this.#keeping.forgetFile(entry.id);
  }

  #sendAgain(entry: ListedEntry): void {
    this.#keeping.change(entry.id, { failure: null });
    this.#list.setState(entry, { phase: entry.file ? 'waiting' : 'file-needed' });
    if (entry.file) this.#lanes.push(entry.id);
  }

  async #resizeAgain(entry: ListedEntry): Promise<void> {
    if (entry.imageId === null) return;
    this.#list.setState(entry, { phase: 'processing' });
    this.#watch.follow(entry.id, entry.imageId);
    this.#keeping.change(entry.id, { failure: null, isSent: true });
    try {
      await this.#transport.resizeAgain(entry.imageId);
    } catch (error) {
      this.#settle(entry, { ...failureOf(error), remedy: 'resize-again' });
    }
  }

  #remove(entries: readonly ListedEntry[]): void {
    const ids = new Set(entries.map(({ id }) => id));
    for (const id of ids) {
      this.#lanes.stop(id);
      this.#watch.leave(id);
    }
    this.#list.remove(ids);
    this.#keeping.forget(ids);
  }
}
