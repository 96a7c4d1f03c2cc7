import { computed, effect, Injectable, inject, type Signal, untracked } from '@angular/core';
import type { Image } from '../../core/api/api-types';
import { ImageEvents } from '../../core/events/image-events';
import { SessionStore } from '../../core/session/session-store';
import { newTabId } from '../keeping/tab-id';
import { UploadKeeping } from '../keeping/upload-keeping';
import { pause } from '../transfer/pause';
import { isFault } from '../transfer/upload-fault';
import type { ChosenFile } from './chosen-file';
import { EntryList, type ListedEntry } from './entry-list';
import { EntryProgress } from './entry-progress';
import { failureOf } from './failure-of';
import { GivingUp } from './giving-up';
import { Lanes } from './lanes';
import { chosenEntry, restoredEntry } from './new-entry';
import { sendEntry } from './send-entry';
import { isFinished, isUnsent, type UploadEntry } from './upload-entry';
import type { UploadFilm } from './upload-film';
import { UploadHolds } from './upload-holds';
import { CHECKSUM, UPLOAD_TRANSPORT } from './upload-tools';

const FILES_AT_ONCE = 4;
/** Small requests beside the uploads, of which there may be thousands. */
const ERRANDS_AT_ONCE = 2;

/** Every file on its way into the gallery, from the moment it is chosen, whatever page is open. */
@Injectable({ providedIn: 'root' })
export class UploadQueue {
  readonly #transport = inject(UPLOAD_TRANSPORT);
  readonly #checksum = inject(CHECKSUM);
  readonly #holds = inject(UploadHolds);
  readonly #keeping = inject(UploadKeeping);
  readonly #session = inject(SessionStore);
  readonly #memberId = computed(() => this.#session.user()?.id ?? null);
  readonly #list = new EntryList();
  readonly #lanes = new Lanes(FILES_AT_ONCE, (id, signal) => this.#send(id, signal));
  readonly #givingUp = new GivingUp(this.#transport, (entry, image) => this.#listAgain(entry, image));
  readonly #resizing = new Lanes(ERRANDS_AT_ONCE, (id) => this.#resizeAgain(id));
  readonly #checking = new Lanes(ERRANDS_AT_ONCE, (id) => this.#check(id));
  readonly #progress = new EntryProgress(this.#list, this.#keeping, this.#transport, inject(ImageEvents));
  readonly #idPrefix = newTabId();
  #chosenFiles = 0;

  readonly entries: Signal<readonly UploadEntry[]> = this.#list.entries;
  readonly tally = this.#list.tally;
  readonly holdReason = this.#holds.reason;

  constructor() {
    effect(() => {
      const memberId = this.#memberId();
      if (memberId !== null) untracked(() => void this.#beginFor(memberId));
    });
  }

  /**
   * A file that is in the list and not finished is not listed twice; one whose file was missing goes on with it.
   *
   * @param film the film that the images are to belong to
   */
  add(chosen: readonly ChosenFile[], film: UploadFilm | null = null): void {
    const fresh = chosen.filter((one) => !this.#goOnWith(one, film));
    const entries = fresh.map((one) => chosenEntry(this.#nextId(), one, film, this.#memberId()));
    this.#list.add(entries);
    const admitted = entries.filter(({ file }) => file !== null);
    this.#keeping.keep(admitted, this.#memberId());
    for (const { id } of admitted) this.#lanes.push(id);
  }

  /** Takes a file out that has not arrived; what was sent of it is given up at the server too. */
  cancel(ids: Iterable<string>): void {
    const cancelled = [...ids]
      .flatMap((id) => this.#list.get(id) ?? [])
      .filter(({ state }) => isUnsent(state()));
    this.#remove(cancelled);
    for (const entry of cancelled) this.#givingUp.push(entry);
  }

  cancelAll(): void {
    this.cancel(this.entries().map(({ id }) => id));
  }

  retry(id: string): void {
    const entry = this.#list.get(id);
    const state = entry?.state();
    if (!entry || state?.phase !== 'failed') return;
    if (state.remedy === 'resize-again') this.#resizing.push(id);
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
    const isOthers = (entry: ListedEntry) => entry.memberId !== null && entry.memberId !== memberId;
    this.#remove(this.#list.entries().filter(isOthers));
    for (const entry of this.#list.entries()) entry.memberId = memberId;
    this.#keeping.assignTo(memberId);
    const claimed = await this.#keeping.claimLeft(memberId);
    if (this.#memberId() !== memberId) return;
    const entries = claimed.map(restoredEntry);
    this.#list.add(entries);
    for (const entry of entries) {
      const { phase } = entry.state();
      if (phase === 'waiting') this.#lanes.push(entry.id);
      if (phase === 'processing' && entry.imageId !== null) this.#checking.push(entry.id);
    }
  }

  /** @returns whether the file is in the list already, and is to go where it was brought now */
  #goOnWith(chosen: ChosenFile, film: UploadFilm | null): boolean {
    const entry = this.#list.find(chosen.file);
    if (!entry || 'refusal' in chosen || (film !== null && film.id !== entry.film?.id)) return false;
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
        onState: (state) => this.#progress.advance(entry, state),
        onAsked: (imageId) => this.#progress.asked(entry, imageId),
      });
      // Asked before and there now: what came back as a duplicate is this very upload.
      const wasThere = isDuplicate && entry.imageId !== image.id;
      this.#progress.sent(entry, image, wasThere);
    } catch (error) {
      if (signal.aborted) return;
      this.#progress.settle(entry, failureOf(error));
      // Only the file chosen anew can be read again.
      if (isFault(error, 'unreadable')) this.#progress.letFileGo(entry);
    }
  }

  /** What happened to an image while no page was open. */
  async #check(id: string): Promise<void> {
    const entry = this.#list.get(id);
    if (!entry?.imageId) return;
    this.#progress.awaitPicture(entry, entry.imageId);
    await this.#progress.check(entry.imageId);
  }

  #sendAgain(entry: ListedEntry): void {
    this.#keeping.change(entry.id, { failure: null });
    this.#list.setState(entry, { phase: entry.file ? 'waiting' : 'file-needed' });
    if (entry.file) this.#lanes.push(entry.id);
  }

  /** Shows an entry again that was cancelled when all of it had just arrived. */
  #listAgain(entry: ListedEntry, image: Image): void {
    if (entry.memberId !== this.#memberId()) return;
    entry.isCancelledTooLate = true;
    this.#list.add([entry]);
    this.#progress.sent(entry, image, false);
  }

  async #resizeAgain(id: string): Promise<void> {
    const entry = this.#list.get(id);
    if (!entry?.imageId) return;
    this.#progress.awaitPicture(entry, entry.imageId);
    try {
      await this.#transport.resizeAgain(entry.imageId);
    } catch (error) {
      this.#progress.settle(entry, { ...failureOf(error), remedy: 'resize-again' });
    }
  }

  #remove(entries: readonly ListedEntry[]): void {
    const ids = new Set(entries.map(({ id }) => id));
    for (const id of ids) {
      this.#lanes.stop(id);
      this.#progress.leave(id);
    }
    this.#list.remove(ids);
    this.#keeping.forget(ids);
  }
}
