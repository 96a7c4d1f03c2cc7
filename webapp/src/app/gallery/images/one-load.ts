import { signal } from '@angular/core';
import { sentenceOf } from '../../core/errors/api-error';

/** What is asked of the API, one thing at a time: what is begun later takes the place of what is under way. */
export class OneLoad {
  readonly #isUnderWay = signal(false);
  readonly #error = signal('');
  #generation = 0;
  #again: () => Promise<void> = async () => undefined;

  readonly isUnderWay = this.#isUnderWay.asReadonly();
  /** Why the last did not come: a sentence, or empty. */
  readonly error = this.#error.asReadonly();

  /**
   * Never rejects.
   *
   * @param show is called with the answer, unless something else was begun meanwhile
   */
  async run<T>(ask: () => Promise<T>, show: (answer: T) => void): Promise<void> {
    this.cancel();
    const generation = this.#generation;
    this.#again = () => this.run(ask, show);
    this.#isUnderWay.set(true);
    try {
      const answer = await ask();
      if (generation !== this.#generation) return;
      this.#isUnderWay.set(false);
      show(answer);
    } catch (error) {
      if (generation !== this.#generation) return;
      this.#isUnderWay.set(false);
      this.#error.set(sentenceOf(error));
    }
  }

  /** Asks once more for the last. */
  tryAgain(): Promise<void> {
    return this.#again();
  }

  /** Drops the answer to what is under way. */
  cancel(): void {
    this.#generation += 1;
    this.#isUnderWay.set(false);
    this.#error.set('');
  }
}
