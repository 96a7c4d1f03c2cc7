import { VISITED_CACHES } from '../src/app/core/offline/visited-caches';

const [, CACHE] = VISITED_CACHES;
/** About 50 to 100 MB. */
const MOST_KEPT = 1000;
/** Of pictures that wait to be kept. */
const MOST_WAITING_BYTES = 16 * 2 ** 20;
/** What each counts for at least, so that also their number has an end. */
const LEAST_BYTES = 2 ** 14;
/** Only when no other picture came for so long: writing takes more of a processor than showing. */
const QUIET_MS = 1000;

/**
 * The latest pictures that were looked at, under their addresses without signatures. Written while pictures come, and
 * with a library's record of when each was used, they made the page's frames late: that took as much of the processor
 * as the page itself.
 */
export class KeptPictures {
  /** The oldest first, as the cache itself has them; to ask it takes milliseconds for each. */
  #addresses: Promise<Set<string>> | null = null;
  readonly #waiting = new Map<string, Response>();
  #latest: string | null = null;
  #writing: Promise<void> = Promise.resolve();

  async find(address: string): Promise<Response | undefined> {
    const waiting = this.#waiting.get(address);
    if (waiting) return waiting.clone();
    if (!(await this.#known()).has(address)) return undefined;
    const cache = await caches.open(CACHE);
    return cache.match(address);
  }

  /**
   * Keeps a picture once it is quiet. Where more come at a stretch than may wait, the earliest are not kept: nobody
   * stopped to look at them.
   *
   * @returns resolves when there is nothing left to do for it
   */
  async keep(address: string, picture: Response): Promise<void> {
    this.#waiting.set(address, picture);
    this.#dropMoreThanMayWait();
    this.#latest = address;
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    if (this.#latest !== address) return;
    this.#writing = this.#writing.then(() => this.#write(address)).catch(() => undefined);
    await this.#writing;
  }

  /** Leaves nothing, neither of what waits nor of what is being written. */
  async forget(): Promise<void> {
    this.#waiting.clear();
    await this.#writing;
    await this.#deleteAll();
  }

  #known(): Promise<Set<string>> {
    this.#addresses ??= caches
      .open(CACHE)
      .then((cache) => cache.keys())
      .then((requests) => new Set(requests.map(({ url }) => url)));
    return this.#addresses;
  }

  #dropMoreThanMayWait(): void {
    let bytes = 0;
    for (const [address, picture] of [...this.#waiting].reverse()) {
      bytes += Math.max(LEAST_BYTES, Number(picture.headers.get('content-length')));
      if (bytes > MOST_WAITING_BYTES) this.#waiting.delete(address);
    }
  }

  /** Stops as soon as another picture has come after the latest, which then writes the rest. */
  async #write(latest: string): Promise<void> {
    try {
      const known = await this.#known();
      const cache = await caches.open(CACHE);
      for (const [address, picture] of this.#waiting) {
        if (this.#latest !== latest) return;
        this.#waiting.delete(address);
        if (!(await put(cache, address, picture))) continue;
        known.delete(address);
        known.add(address);
      }
      for (const address of [...known].slice(0, -MOST_KEPT)) {
        await cache.delete(address);
        known.delete(address);
      }
    } catch {
      // The browser has no more room, so the app makes some.
      await this.#deleteAll();
    }
  }

  async #deleteAll(): Promise<void> {
    this.#addresses = null;
    await caches.delete(CACHE);
  }
}

/** Not where the picture's bytes ended early, as they do when the connection goes. */
async function put(cache: Cache, address: string, picture: Response): Promise<boolean> {
  try {
    await cache.put(address, picture);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'QuotaExceededError') throw error;
    return false;
  }
}
