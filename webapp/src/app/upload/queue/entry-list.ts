import { signal, type WritableSignal } from '@angular/core';
import { EMPTY_TALLY, withChange } from './tally';
import type { UploadEntry, UploadState } from './upload-entry';

/** An entry as the queue itself sees it. */
export interface ListedEntry extends UploadEntry {
  readonly state: WritableSignal<UploadState>;
  /** Let go as soon as it is sent, so that the browser can. */
  file: File | null;
  /** Known once the upload was asked for. */
  imageId: string | null;
  /** Whose upload it is; null where it was chosen while nobody was signed in. */
  memberId: string | null;
  isCancelledTooLate: boolean;
}

/** The entries in the order they came, each with its own signal, and the tally over them. */
export class EntryList {
  readonly #entries = signal<readonly ListedEntry[]>([]);
  readonly #tally = signal(EMPTY_TALLY);
  readonly #byId = new Map<string, ListedEntry>();
  readonly #byIdentity = new Map<string, ListedEntry>();

  readonly entries = this.#entries.asReadonly();
  readonly tally = this.#tally.asReadonly();

  add(entries: readonly ListedEntry[]): void {
    for (const entry of entries) {
      this.#byId.set(entry.id, entry);
      this.#byIdentity.set(identityOf(entry), entry);
      this.#count(entry.bytes, undefined, entry.state());
    }
    this.#entries.update((listed) => [...listed, ...entries]);
  }

  get(id: string): ListedEntry | undefined {
    return this.#byId.get(id);
  }

  /** The latest entry for a file that looks the same. */
  find(file: File): ListedEntry | undefined {
    const { name, size: bytes, lastModified } = file;
    return this.#byIdentity.get(identityOf({ name, bytes, lastModified }));
  }

  /** Does nothing for an entry that was removed. */
  setState(entry: ListedEntry, state: UploadState): void {
    if (!this.#byId.has(entry.id)) return;
    this.#count(entry.bytes, entry.state(), state);
    entry.state.set(state);
  }

  remove(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      const entry = this.#byId.get(id);
      if (!entry) continue;
      this.#count(entry.bytes, entry.state(), undefined);
      this.#byId.delete(id);
      if (this.#byIdentity.get(identityOf(entry)) === entry) this.#byIdentity.delete(identityOf(entry));
    }
    this.#entries.update((entries) => entries.filter(({ id }) => !ids.has(id)));
  }

  #count(bytes: number, before: UploadState | undefined, after: UploadState | undefined): void {
    this.#tally.update((tally) => withChange(tally, bytes, before, after));
  }
}

/** Equal for the same file chosen again. Browsers tell no paths, so this is as near as one gets without reading it. */
function identityOf({
  name,
  bytes,
  lastModified,
}: Pick<UploadEntry, 'name' | 'bytes' | 'lastModified'>): string {
  return `${bytes}/${lastModified}/${name}`;
}
