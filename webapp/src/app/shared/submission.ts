import { type Signal, signal } from '@angular/core';
import { sentenceOf } from '../core/errors/api-error';

export interface Submission {
  readonly isRunning: Signal<boolean>;
  /** A sentence, or empty. */
  readonly error: Signal<string>;
  /** Does the deed unless one is under way. Resolves to whether it succeeded. */
  run(deed: () => Promise<void>): Promise<boolean>;
}

/** The state of sending one form: once at a time, with the error as a sentence. */
export function createSubmission(): Submission {
  const isRunning = signal(false);
  const error = signal('');
  return {
    isRunning,
    error,
    async run(deed) {
      if (isRunning()) return false;
      isRunning.set(true);
      error.set('');
      try {
        await deed();
        return true;
      } catch (thrown) {
        error.set(sentenceOf(thrown));
        return false;
      } finally {
        isRunning.set(false);
      }
    },
  };
}
