import { UploadFault } from './upload-fault';

/** What may hold all uploads back at once: no connection, nobody signed in, a server that asked to wait. */
export interface UploadGate {
  /** Resolves once nothing holds uploads back; rejects where `signal` aborts first. */
  opened(signal: AbortSignal): Promise<void>;
  /** Holds every upload back for a while, as the server asked. */
  closeFor(seconds: number): void;
}

export interface RetryTerms {
  gate: UploadGate;
  signal: AbortSignal;
  /** Waits; rejects where `signal` aborts first. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

const MAX_TRIES = 10;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Tries until it works, while the fault is one that passes.
 *
 * @throws what `attempt` threw, where it does not pass or the last try failed too
 */
export async function retrying<T>(attempt: () => Promise<T>, terms: RetryTerms): Promise<T> {
  for (let failures = 0; ; ) {
    await terms.gate.opened(terms.signal);
    try {
      return await attempt();
    } catch (error) {
      terms.signal.throwIfAborted();
      if (!(error instanceof UploadFault && error.passes)) throw error;
      if (error.retryAfterSeconds !== null) {
        terms.gate.closeFor(error.retryAfterSeconds);
        continue;
      }
      failures += 1;
      if (failures === MAX_TRIES) throw error;
      await terms.pause(backoffMs(failures, Math.random()), terms.signal);
    }
  }
}

/**
 * Milliseconds to wait after so many failures: doubling, and spread, so that many browsers do not come back at once.
 *
 * @param failures from 1
 * @param chance from 0 to 1
 */
export function backoffMs(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
  return longest / 2 + (longest / 2) * chance;
}
