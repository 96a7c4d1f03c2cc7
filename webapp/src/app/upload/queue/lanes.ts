/** Runs a deed for one id after the other, a few at the same time, in the order they came. */
export class Lanes {
  readonly #waiting = new Set<string>();
  readonly #running = new Map<string, AbortController>();

  /** @param deed handles its own errors, and ends soon after its signal aborts */
  constructor(
    private readonly atOnce: number,
    private readonly deed: (id: string, signal: AbortSignal) => Promise<void>,
  ) {}

  push(id: string): void {
    this.#waiting.add(id);
    this.#runNext();
  }

  /** Takes an id out, whether it waits or runs. */
  stop(id: string): void {
    this.#waiting.delete(id);
    this.#running.get(id)?.abort(new DOMException('The upload was cancelled.', 'AbortError'));
  }

  #runNext(): void {
    for (const id of this.#waiting) {
      if (this.#running.size >= this.atOnce) return;
      // One that was stopped and pushed again waits for its own end.
      if (this.#running.has(id)) continue;
      this.#waiting.delete(id);
      void this.#run(id);
    }
  }

  async #run(id: string): Promise<void> {
    const stopping = new AbortController();
    this.#running.set(id, stopping);
    await this.deed(id, stopping.signal);
    this.#running.delete(id);
    this.#runNext();
  }
}
