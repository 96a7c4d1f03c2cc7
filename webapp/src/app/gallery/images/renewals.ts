const RENEW_EVERY_MS = 60_000;
/** Few are broken at a time, but a day's scrolling must not add up. */
const MOST_REMEMBERED = 1000;

/** Which images were asked for again lately because their pictures did not load. */
export class Renewals {
  readonly #atMs = new Map<string, number>();

  /** Whether an image may be asked for again; from then on it has been. */
  begin(imageId: string): boolean {
    if (Date.now() - (this.#atMs.get(imageId) ?? 0) < RENEW_EVERY_MS) return false;
    if (this.#atMs.size >= MOST_REMEMBERED) this.#atMs.clear();
    this.#atMs.set(imageId, Date.now());
    return true;
  }
}
