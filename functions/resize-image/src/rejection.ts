import type { RejectionReason } from '@movieflix/contracts';

/**
 * Thrown where an original can never become a picture: trying again would give the same answer, so it ends
 * as a finding of the function and not as its failure. Every other error is a passing fault.
 */
export class Rejection extends Error {
  readonly reason: RejectionReason;

  /**
   * @param message a sentence for the person who uploaded the file: what was expected and what came
   * @param cause what the decoder said, for the log
   */
  constructor(reason: RejectionReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Rejection';
    this.reason = reason;
  }
}
