import type { RejectionReason, Size } from '@movieflix/contracts';

/** What became of one original in the warm process. */
export type Outcome =
  | {
      outcome: 'ready';
      width: number;
      height: number;
      /** As their bytes say, not as they are reported. */
      renditions: (Size & { format: string })[];
      /** SHA-256 over the renditions' bytes. */
      digest: string;
    }
  | { outcome: 'rejected'; reason: RejectionReason; message: string }
  | { outcome: 'thrown'; error: string };

export interface Answer {
  outcome: Outcome;
  milliseconds: number;
  /** The largest memory that the process has had since it started. */
  peakBytes: number;
}
