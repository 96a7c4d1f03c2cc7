import { Injectable, InjectionToken, inject } from '@angular/core';
import { MAX_FILES_AT_ONCE } from '../choosing/dropped-files';
import type { UploadEntry } from '../queue/upload-entry';
import type { KeptUpload } from './kept-upload';
import {
  assignUploads,
  type ClaimedUpload,
  changeUpload,
  claimUploads,
  forgetFile,
  forgetUploads,
  keepFile,
  keepUploads,
  tabsWithUploads,
} from './kept-uploads';
import { livingTabs } from './living-tabs';
import { newTabId } from './tab-id';
import { openUploadDatabase, type UploadDatabase } from './upload-database';

export const LIVING_TABS = new InjectionToken('living tabs', { factory: livingTabs });

/**
 * Keeps what is on its way in the browser's database, so that it survives a reload. It is a comfort: where the
 * browser keeps nothing, uploads work all the same.
 */
@Injectable({ providedIn: 'root' })
export class UploadKeeping {
  readonly #tabs = inject(LIVING_TABS);
  readonly #tabId = newTabId();
  readonly #database = openUploadDatabase('movieflix-uploads').catch(() => null);
  readonly #keptBytes = new Map<string, number>();
  #fileWrites: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#tabs.announce(this.#tabId);
  }

  /** Keeps what is known of the uploads at once, and their bytes one file after the other. */
  keep(entries: readonly UploadEntry[], memberId: string | null): void {
    const chosenAt = Date.now();
    const kept = entries.map(({ id, name, bytes, contentType, lastModified, film }, index) => ({
      ...{ id, name, bytes, contentType, lastModified, film, memberId },
      ...{ tabId: this.#tabId, sequence: chosenAt + index / MAX_FILES_AT_ONCE },
      ...{ imageId: null, isSent: false, failure: null },
    }));
    void this.#write((database) => keepUploads(database, kept));
    for (const { id, file } of entries) if (file) this.keepFile(id, file);
  }

  /** Makes what was chosen while nobody was signed in the member's. */
  assignTo(memberId: string): void {
    void this.#write((database) => assignUploads(database, this.#tabId, memberId));
  }

  keepFile(id: string, file: File): void {
    const keep = async (database: UploadDatabase) => {
      const keptBytes = [...this.#keptBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
      if (await keepFile(database, id, file, keptBytes)) this.#keptBytes.set(id, file.size);
    };
    this.#fileWrites = this.#fileWrites.then(() => this.#write(keep));
  }

  change(id: string, change: Partial<KeptUpload>): void {
    void this.#write((database) => changeUpload(database, id, change));
  }

  /** Forgets the bytes, which are needed no longer, but not the upload. */
  forgetFile(id: string): void {
    this.#keptBytes.delete(id);
    void this.#write((database) => forgetFile(database, id));
  }

  forget(ids: Iterable<string>): void {
    for (const id of ids) this.#keptBytes.delete(id);
    void this.#write((database) => forgetUploads(database, ids));
  }

  /** Whether a reload would find the bytes again. */
  hasFile(id: string): boolean {
    return this.#keptBytes.has(id);
  }

  /** Takes over the member's uploads that tabs left behind which are closed by now. */
  async claimLeft(memberId: string): Promise<ClaimedUpload[]> {
    const claimed: ClaimedUpload[] = [];
    await this.#write(async (database) => {
      for (const tabId of await tabsWithUploads(database)) {
        if (tabId === this.#tabId || (await this.#tabs.isAlive(tabId))) continue;
        claimed.push(...(await claimUploads(database, tabId, this.#tabId, memberId)));
      }
    });
    for (const { upload, file } of claimed) if (file) this.#keptBytes.set(upload.id, file.size);
    return claimed;
  }

  async #write(deed: (database: UploadDatabase) => Promise<void>): Promise<void> {
    const database = await this.#database;
    if (database) await deed(database).catch(() => undefined);
  }
}
