import type { RetryTerms } from '../retrying';

/** Terms under which nothing holds uploads back, and pauses are over at once. */
export function openTerms(signal: AbortSignal = new AbortController().signal): RetryTerms {
  return {
    gate: { opened: async () => signal.throwIfAborted(), closeFor: () => undefined },
    signal,
    pause: async () => signal.throwIfAborted(),
  };
}
