import type { FindingKind } from './suspicion.ts';

/** What is wrong with one image, and what became of it. */
export interface Finding {
  kind: FindingKind;
  imageId: string;
  filename: string | undefined;
  /** `mendable`: it would be mended, had that been asked for. */
  outcome: 'mended' | 'mendable' | 'left';
  /** What was done, or why not; ends a sentence. */
  note: string;
}

/** What was made of a finding when it was looked at. */
export interface Treatment extends Pick<Finding, 'outcome' | 'note'> {
  /** Where only the original knows it. */
  filename?: string;
  /** What can only be done when the transaction's rows are there for others to see. */
  afterCommit?: () => Promise<void>;
}
