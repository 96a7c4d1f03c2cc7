import { Injectable } from '@angular/core';
import { Lanes } from '../queue/lanes';
import { previewOf } from './preview-of';

/** As many as a few screens show; every one is some kilobytes. */
const MAX_PREVIEWS = 200;
/** Decoding a large photograph takes a hundred megabytes for a moment. */
const AT_ONCE = 2;

interface Asked {
  file: File;
  resolve(url: string | null): void;
}

/** Small pictures of files that are on their way, made when a row shows them, and bounded in number. */
@Injectable({ providedIn: 'root', useFactory: () => new FilePreviews(previewOf) })
export class FilePreviews {
  readonly #urls = new Map<string, string | null>();
  readonly #asked = new Map<string, Asked>();
  readonly #lanes = new Lanes(AT_ONCE, (id) => this.#make(id));

  constructor(private readonly previewOf: (file: File) => Promise<Blob>) {}

  /** What was made before: an object URL, null where the browser cannot show the file, undefined where nothing was. */
  made(id: string): string | null | undefined {
    return this.#urls.get(id);
  }

  /** Resolves with an object URL, or null where the browser cannot show the file or nobody waits any more. */
  make(id: string, file: File): Promise<string | null> {
    return new Promise((resolve) => {
      this.#asked.set(id, { file, resolve });
      this.#lanes.push(id);
    });
  }

  /** A row that was scrolled away needs no picture. */
  cancel(id: string): void {
    this.#lanes.stop(id);
    this.#asked.get(id)?.resolve(null);
    this.#asked.delete(id);
  }

  async #make(id: string): Promise<void> {
    const asked = this.#asked.get(id);
    if (!asked) return;
    this.#asked.delete(id);
    const preview = await this.previewOf(asked.file).catch(() => null);
    const url = preview && URL.createObjectURL(preview);
    this.#keep(id, url);
    asked.resolve(url);
  }

  #keep(id: string, url: string | null): void {
    this.#urls.set(id, url);
    const oldest = this.#urls.keys().next().value;
    if (this.#urls.size <= MAX_PREVIEWS || oldest === undefined) return;
    const oldestUrl = this.#urls.get(oldest);
    this.#urls.delete(oldest);
    if (oldestUrl) URL.revokeObjectURL(oldestUrl);
  }
}
